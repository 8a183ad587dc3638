package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void idsAreStringsAndEnumsAreInLowerCaseAsInTheAnswers() {
        assertThat(document.getString("components.schemas.UserId.type")).isEqualTo("string");
        assertThat(document.<Object>get("components.schemas.UserId.properties")).isNull();
        assertThat(document.<String>getList("components.schemas.Permission.enum"))
                .containsExactly("user", "moderator", "admin");
    }

    @Test
    void onlyRefusalsThatHappenAreNamed() {
        assertThat(document.getMap("paths.'/api/userInfo'.get.responses")).containsOnlyKeys("200", "401");
        assertThat(document.getMap("paths.'/api/userInfo'.post.responses")).containsKey("403");
    }

    @ParameterizedTest
    @CsvSource({
        "register, post, 201",
        "login, post, 200",
        "token, post, 200",
        "userInfo, get, 200",
        "userInfo, post, 200",
        "user, get, 200"
    })
    void everyAnswerHasASchemaAndAnExample(String path, String method, String status) {
        String operation = "paths.'/api/" + path + "'." + method;
        assertThat(document.getMap(operation))
                .containsKeys("operationId", "summary", "description", "tags", "responses");
        assertThat(document.getMap(operation + ".responses.'" + status + "'.content.'application/json'"))
                .containsKeys("schema", "examples");
    }

    @ParameterizedTest
    @CsvSource({"register", "login", "userInfo"})
    void everyRequestHasAnExample(String path) {
        assertThat(document.getMap("paths.'/api/" + path + "'.post.requestBody.content.'application/json'"))
                .containsKeys("schema", "examples");
    }
}
