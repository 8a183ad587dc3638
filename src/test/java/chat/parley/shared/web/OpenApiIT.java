package chat.parley.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.friendship.FriendshipError;
import chat.parley.identity.IdentityError;
import chat.parley.media.MediaError;
import chat.parley.message.MessageError;
import chat.parley.room.RoomError;
import chat.parley.shared.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API that clients were generated from is the API that the server answers. */
@QuarkusTest
class OpenApiIT {
    private static final Path COMMITTED = Path.of("frontend/openapi/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void theCommittedFileIsWhatTheServerSays() throws IOException {
        String served = served();
        if (Boolean.getBoolean("parley.openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("run the tests once with -Dparley.openapi.update=true and commit %s", COMMITTED)
                .isEqualTo(served);
    }

    @Test
    void everyOperationIsDescribedWithExamplesAndErrors() throws IOException {
        List<String> lacking = new ArrayList<>();
        JSON.readTree(served())
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    JsonNode operation = method.getValue();
                    check(lacking, name, "a summary", operation.has("summary"));
                    check(lacking, name, "a description", operation.has("description"));
                    check(lacking, name, "an operationId", operation.has("operationId"));
                    check(lacking, name, "a tag", operation.has("tags"));
                    check(lacking, name, "an error response", hasError(operation));
                    check(lacking, name, "a problem document for each error", errorsHaveProblems(operation));
                    check(lacking, name, "what signing in needs", tellsOfSigningIn(operation));
                    check(lacking, name, "what a wrong request gets", tellsOfWrongRequests(operation));
                    check(lacking, name, "examples of its answers", answersHaveExamples(operation));
                    check(lacking, name, "an example of its request", requestHasExample(operation));
                }));
        assertThat(lacking).isEmpty();
    }

    /** Those of any request, and of the WebSocket alone, are told of once for all. */
    @Test
    void everyErrorIsNamedWhereItCanHappen() throws IOException {
        Set<String> named = new TreeSet<>();
        JsonNode document = JSON.readTree(served());
        document.findValues("examples")
                .forEach(examples -> examples.fieldNames().forEachRemaining(named::add));
        List<String> unnamed = Stream.of(
                        IdentityError.values(),
                        FriendshipError.values(),
                        RoomError.values(),
                        MessageError.values(),
                        MediaError.values())
                .flatMap(Stream::of)
                .map(ErrorCode::code)
                .filter(code -> !named.contains(code))
                .toList();
        assertThat(unnamed).isEmpty();
    }

    @Test
    void theDocumentationIsServed() {
        given().get("/api/docs/").then().statusCode(200);
    }

    private static void check(List<String> lacking, String operation, String what, boolean present) {
        if (!present) {
            lacking.add(operation + " lacks " + what);
        }
    }

    private static boolean hasError(JsonNode operation) {
        List<String> codes = new ArrayList<>();
        operation.get("responses").fieldNames().forEachRemaining(codes::add);
        return codes.stream().anyMatch(code -> code.startsWith("4"));
    }

    private static boolean errorsHaveProblems(JsonNode operation) {
        List<String> bare = new ArrayList<>();
        operation.get("responses").fields().forEachRemaining(response -> {
            boolean error = response.getKey().compareTo("400") >= 0
                    && !response.getKey().equals("416");
            JsonNode answer = response.getValue();
            if (error && !answer.has("$ref") && !answer.path("content").has("application/problem+json")) {
                bare.add(response.getKey());
            }
        });
        return bare.isEmpty();
    }

    private static boolean tellsOfSigningIn(JsonNode operation) {
        return !operation.has("security") || operation.get("responses").has("401");
    }

    private static boolean tellsOfWrongRequests(JsonNode operation) {
        JsonNode responses = operation.get("responses");
        boolean body = operation.has("requestBody");
        boolean values = body;
        for (JsonNode parameter : operation.path("parameters")) {
            boolean anyText = parameter.at("/schema/type").asText().equals("boolean");
            values |= parameter.path("in").asText().equals("query") && !anyText;
        }
        return (!body || responses.has("400") && responses.has("413")) && (!values || responses.has("422"));
    }

    private static boolean answersHaveExamples(JsonNode operation) {
        List<Boolean> found = new ArrayList<>();
        operation
                .get("responses")
                .forEach(response -> response.path("content")
                        .forEach(content -> found.add(content.has("example") || content.has("examples"))));
        return found.stream().allMatch(present -> present);
    }

    private static boolean requestHasExample(JsonNode operation) {
        List<Boolean> found = new ArrayList<>();
        operation
                .path("requestBody")
                .path("content")
                .forEach(content -> found.add(content.has("example") || content.has("examples")));
        return found.stream().allMatch(present -> present);
    }

    // Sorted, so that the file changes only where the API does.
    private static String served() throws IOException {
        String raw = given().queryParam("format", "json")
                .get("/api/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Object sorted = JSON.treeToValue(JSON.readTree(raw), Object.class);
        return JSON.writeValueAsString(sorted) + "\n";
    }
}
