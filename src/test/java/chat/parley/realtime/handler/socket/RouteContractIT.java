package chat.parley.realtime.handler.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.FrameContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The routes the server has are those of the published document. */
@QuarkusTest
class RouteContractIT {
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("session.open", "session.refresh", "heartbeat");

    @Inject
    RouteTable routes;

    @Test
    void everyRouteIsInTheDocumentAndNoOther() {
        Set<String> all = new TreeSet<>(routes.names());
        all.addAll(ABOUT_THE_CONNECTION);
        assertThat(FrameContract.shipped().clientRoutes()).containsExactlyElementsOf(all);
    }

    @Test
    void theDocumentSaysHowEachIsCalled() {
        FrameContract contract = FrameContract.shipped();
        for (String name : routes.names()) {
            RouteTable.Kind kind = routes.find(name).kind();
            assertThat(contract.isAnswered(name)).as(name).isEqualTo(kind != RouteTable.Kind.NOTIFY);
            assertThat(contract.isNotify(name)).as(name).isEqualTo(kind != RouteTable.Kind.REQUEST);
        }
    }

    @Test
    void theDocumentIsServed() throws Exception {
        String served = given().get("/api/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();
        assertThat(served).isEqualTo(Files.readString(Path.of("docs/asyncapi.yaml")));
    }
}
