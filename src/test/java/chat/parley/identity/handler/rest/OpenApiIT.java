package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {
    private JsonPath document;

    @BeforeEach
    void read() {
        document = given().queryParam("format", "json").get("/api/openapi").jsonPath();
    }

    @Test
    void theDocumentIntroducesItself() {
        assertThat(document.getString("info.title")).isEqualTo("Parley");
        assertThat(document.getString("info.license.name")).isEqualTo("Apache-2.0");
        assertThat(document.getMap("components.securitySchemes")).containsOnlyKeys("bearer");
        assertThat(document.getString("components.securitySchemes.bearer.bearerFormat"))
                .isEqualTo("JWT");
    }

    @Test
    void operationsSayWhetherOneMustBeSignedIn() {
        assertThat(document.<List<Object>>get("paths.'/api/userInfo'.get.security"))
                .isEqualTo(List.of(Map.of("bearer", List.of())));
        assertThat(document.<List<Object>>get("paths.'/api/login'.post.security"))
                .isNull();
    }

    @Test
    void everyOperationHereHasExamplesForItsAnswers() {
        for (String path : List.of("register", "login", "token", "userInfo", "user")) {
            Map<String, Map<String, Object>> operations = document.getMap("paths.'/api/" + path + "'");
            assertThat(operations).isNotEmpty();
            operations
                    .values()
                    .forEach(operation -> assertThat(operation)
                            .containsKeys("operationId", "summary", "description", "tags", "responses"));
        }
    }
}
