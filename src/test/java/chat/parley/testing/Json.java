package chat.parley.testing;

import chat.parley.shared.web.JsonCustomizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON as the server writes it. */
public final class Json {
    private Json() {}

    public static ObjectMapper mapper() {
        ObjectMapper mapper =
                new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(new Jdk8Module());
        new JsonCustomizer().customize(mapper);
        return mapper;
    }
}
