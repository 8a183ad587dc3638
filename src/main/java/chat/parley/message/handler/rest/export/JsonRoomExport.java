package chat.parley.message.handler.rest.export;

import chat.parley.identity.UserId;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.Message;
import chat.parley.message.service.export.ExportRoomService;
import chat.parley.message.service.export.ExportRoomService.Begun;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A room as one JSON document: what it is, its messages, and at the end the people who appear in them. */
final class JsonRoomExport {
    private static final int PEOPLE_AT_ONCE = 500;

    private final ExportRoomService export;
    private final ObjectMapper json;

    JsonRoomExport(ExportRoomService export, ObjectMapper json) {
        this.export = export;
        this.json = json;
    }

    void write(OutputStream out, Begun begun) throws IOException {
        Set<UserId> people = new TreeSet<>();
        try (JsonGenerator generator = json.getFactory().createGenerator(out)) {
            generator.writeStartObject();
            generator.writeObjectField("exportedAt", begun.at());
            generator.writeObjectField("room", begun.room().shared());
            generator.writeArrayFieldStart("messages");
            for (Message message : new MessagePages(export, begun)) {
                people.add(message.userId());
                generator.writeObject(MessageResponse.from(message));
            }
            generator.writeEndArray();
            generator.writeArrayFieldStart("users");
            writePeople(generator, new ArrayList<>(people));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void writePeople(JsonGenerator generator, List<UserId> people) throws IOException {
        for (int from = 0; from < people.size(); from += PEOPLE_AT_ONCE) {
            var some = export.people(people.subList(from, Math.min(people.size(), from + PEOPLE_AT_ONCE)));
            for (Object profile : some.values()) {
                generator.writeObject(profile);
            }
        }
    }
}
