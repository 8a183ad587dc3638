package chat.parley.permission;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the served OpenAPI document says of each operation's answers. */
final class Contract {
    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operations.put(operation.get("operationId").asText(), operation)));
    }

    static Contract served() throws IOException {
        String text = given().queryParam("format", "json").get("/api/openapi").asString();
        return new Contract(new ObjectMapper().readTree(text));
    }

    Set<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    /** Whether the document foresees this end of the operation, with an example where it is a refusal. */
    boolean foresees(String operation, Outcome outcome) {
        JsonNode answer = operations.get(operation).get("responses").get(Integer.toString(outcome.status()));
        return answer != null && (outcome.isAllowed() || codes(answer).contains(outcome.code()));
    }

    private Set<String> codes(JsonNode answer) {
        JsonNode response =
                answer.has("$ref") ? document.at(answer.get("$ref").asText().substring(1)) : answer;
        Set<String> codes = new HashSet<>();
        response.at("/content/application~1problem+json/examples").fieldNames().forEachRemaining(codes::add);
        return codes;
    }
}
