package chat.parley.shared.web;

import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lets resources take ids as query parameters; a wrong one is a 422 that names the parameter. */
@Provider
public class TypedIdParamConverter implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return TypedIds.isTypedId(type) ? new Converter<>(type, pointer(annotations)) : null;
    }

    static String pointer(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(RestQuery.class::isInstance)
                .map(a -> "/" + ((RestQuery) a).value())
                .findFirst()
                .orElse("");
    }

    private record Converter<T>(Class<T> type, String pointer) implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            try {
                return type.cast(TypedIds.parse(type, value));
            } catch (ParleyException e) {
                throw ParleyException.of(
                        RequestError.INVALID, List.of(new FieldError(pointer, String.valueOf(e.getMessage()))));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
