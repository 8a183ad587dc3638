package chat.parley.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
                    check(lacking, name, "examples of its answers", answersHaveExamples(operation));
                    check(lacking, name, "an example of its request", requestHasExample(operation));
                }));
        assertThat(lacking).isEmpty();
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
