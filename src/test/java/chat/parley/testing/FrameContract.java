package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What {@code docs/asyncapi.yaml} says about the socket's frames. It is read more strictly than it is written: clients
 * ignore fields they do not know, here a field that is not in the document is wrong.
 */
public final class FrameContract {
    private static final FrameContract SHIPPED = read(Path.of("docs/asyncapi.yaml"));
    private static final String ANSWER = ".answer";
    private static final String PUSH = ".push";

    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private FrameContract(JsonNode document) {
        this.document = document;
        close(document.at("/components"));
    }

    public static FrameContract shipped() {
        return SHIPPED;
    }

    private static FrameContract read(Path file) {
        try {
            // A schema taken out of the document has the others where JSON Schema keeps them.
            String text = Files.readString(file).replace("#/components/schemas/", "#/definitions/");
            return new FrameContract(new ObjectMapper(new YAMLFactory()).readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects whose fields are listed have no others. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(FrameContract::close);
    }

    public JsonNode document() {
        return document;
    }

    /** Routes that a client may call. */
    public Set<String> clientRoutes() {
        return names().stream()
                .filter(name -> !name.endsWith(ANSWER) && !name.endsWith(PUSH) && !name.equals("error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Routes of what the server says unasked. */
    public Set<String> pushRoutes() {
        return names().stream()
                .filter(name -> name.endsWith(PUSH))
                .map(name -> name.substring(0, name.length() - PUSH.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        document.at("/components/messages").fieldNames().forEachRemaining(names::add);
        return names;
    }

    public boolean isAnswered(String route) {
        return names().contains(route + ANSWER);
    }

    /** Whether the route may be called without an id. */
    public boolean isNotify(String route) {
        JsonNode required = message(route).at("/payload/required");
        return !required.isMissingNode() && !required.toString().contains("\"id\"");
    }

    private JsonNode message(String name) {
        return document.at("/components/messages").path(name);
    }

    /** What is wrong with something that a client said. */
    public List<String> ofClient(String route, JsonNode frame) {
        return violations(route, frame);
    }

    public List<String> ofAnswer(String route, JsonNode frame) {
        return violations(route + ANSWER, frame);
    }

    public List<String> ofPush(String route, JsonNode frame) {
        return violations(route + PUSH, frame);
    }

    public List<String> ofError(JsonNode frame) {
        return violations("error", frame);
    }

    private List<String> violations(String name, JsonNode frame) {
        if (message(name).isMissingNode()) {
            return List.of(name + " is not in the document: " + frame);
        }
        return schemas.computeIfAbsent(name, this::compile).validate(frame).stream()
                .map(ValidationMessage::getMessage)
                .map(problem -> name + " " + problem + " in " + frame)
                .toList();
    }

    private JsonSchema compile(String name) {
        ObjectNode schema = message(name).path("payload").deepCopy();
        schema.set("definitions", document.at("/components/schemas"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
}
