package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.BareSocket;
import chat.parley.testing.PackagedServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who run the server meet: a port of their own, logs for machines, and commands that say what is wrong. */
class OperatorE2E {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void healthMetricsAndLogsAreThereForOperatorsOnly() throws Exception {
        Path storage = folder.resolve("storage");
        try (PackagedServer server =
                PackagedServer.on(storage).with("PARLEY_LOG_FORMAT", "json").start()) {
            given().get(server.management() + "/q/health/ready").then().statusCode(200);
            assertThat(given().get(server.management() + "/q/metrics").asString())
                    .contains("parley_realtime_connections");
            given().get(server.address() + "/q/metrics").then().statusCode(404);
            given().get(server.address() + "/q/health").then().statusCode(404);

            given().header("X-Request-Id", "0123456789abcdef")
                    .get(server.address() + "/api/userInfo")
                    .then()
                    .statusCode(401)
                    .header("X-Request-Id", "0123456789abcdef");
            String forged = "two\\nlines";
            String given = given().header("X-Request-Id", forged)
                    .get(server.address() + "/api/userInfo")
                    .jsonPath()
                    .getString("traceId");
            assertThat(given).isNotEqualTo(forged).matches("[A-Z0-9]+");

            rotateTheKeyTwice(storage);
            for (String line : jsonLines(server.log())) {
                assertThat(JSON.readTree(line).path("message").asText()).isNotEmpty();
            }
            server.stop();
        }
        List<String> logged = Files.readAllLines(storage.resolve("logs/parley.log"));
        assertThat(logged).isNotEmpty();
        for (String line : logged) {
            JsonNode entry = JSON.readTree(line);
            assertThat(entry.path("level").asText()).isNotEmpty();
            assertThat(entry.path("timestamp").asText()).isNotEmpty();
        }
    }

    private void rotateTheKeyTwice(Path storage) throws Exception {
        Path keys = storage.resolve("keys");
        assertThat(filesIn(keys)).hasSize(1);
        assertThat(PackagedServer.on(storage).command("rotate-key").waitFor()).isZero();
        assertThat(PackagedServer.on(storage).command("rotate-key").waitFor()).isZero();
        assertThat(filesIn(keys)).hasSize(3);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<String> jsonLines(String output) {
        List<String> lines = output.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    @Test
    void aSettingThatDoesNotExistIsRefusedWithTheNearestOne() throws Exception {
        var setup = PackagedServer.on(folder.resolve("storage")).with("PARLEY_HTTP_PROT", "8080");
        assertThat(setup.launch().waitFor()).isEqualTo(1);
        assertThat(folder.resolve("storage.log"))
                .content()
                .contains("There is no setting PARLEY_HTTP_PROT; did you mean PARLEY_HTTP_PORT?");
        assertThat(folder.resolve("storage/mysql")).doesNotExist();
    }

    @Test
    void onlyAServerThatWasReadyLeavesAMark() throws Exception {
        Path mark = folder.resolve("ready");
        var setup = PackagedServer.on(folder.resolve("storage")).jvm("-Dready.file=" + mark);
        assertThat(setup.with("PARLEY_HTTP_PROT", "8080").launch().waitFor()).isEqualTo(1);
        assertThat(mark).doesNotExist();
        try (PackagedServer _ = setup.start()) {
            await().until(() -> Files.exists(mark));
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String taken = "Port %d of 127.0.0.1 cannot be listened on".formatted(other.getLocalPort());
            var setup = PackagedServer.on(folder.resolve("storage"));
            assertThat(setup.onPort(other.getLocalPort()).launch().waitFor()).isEqualTo(1);
            assertThat(folder.resolve("storage.log"))
                    .content()
                    .contains(taken, "choose another with PARLEY_HTTP_PORT or")
                    .doesNotContain("\tat ");
            String management = Integer.toString(other.getLocalPort());
            assertThat(setup.with("PARLEY_HTTP_MANAGEMENT_PORT", management)
                            .launch()
                            .waitFor())
                    .isEqualTo(1);
            assertThat(folder.resolve("storage.log"))
                    .content()
                    .contains(taken, "choose another with PARLEY_HTTP_MANAGEMENT_PORT or")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void thePasswordOfTheExampleIsRefused() throws Exception {
        var setup = PackagedServer.on(folder.resolve("storage"))
                .with("PARLEY_DB_URL", "jdbc:mysql://127.0.0.1:1/parley")
                .with("PARLEY_DB_PASSWORD", "CHANGE-ME-database");
        assertThat(setup.launch().waitFor()).isEqualTo(1);
        assertThat(folder.resolve("storage.log")).content().contains("PARLEY_DB_PASSWORD is the one of the example");
    }

    @Test
    void theDoctorSaysWhatToDo() throws Exception {
        Path storage = folder.resolve("storage");
        assertThat(PackagedServer.on(storage).command("doctor").waitFor()).isZero();
        assertThat(folder.resolve("storage.log"))
                .content()
                .contains("ok    storage")
                .contains("warn  database  the embedded MySQL")
                .contains("Parley can run with these settings.");

        var broken = PackagedServer.on(storage)
                .with("PARLEY_DB_URL", "jdbc:mysql://127.0.0.1:1/parley")
                .with("PARLEY_REDIS_URL", "redis://127.0.0.1:1");
        assertThat(broken.command("doctor").waitFor()).isEqualTo(1);
        assertThat(folder.resolve("storage.log"))
                .content()
                .contains("FAIL  database  The database jdbc:mysql://127.0.0.1:1/parley cannot be used")
                .contains("warn  redis     cannot be reached")
                .contains("-> see that it runs");
    }

    @Test
    void aStoppingServerSaysThatItIsNotReadyWhileItStillAnswers() throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("storage"));
                Socket _ = BareSocket.open(server.address())) {
            // The server waits for the good-bye of that client in vain.
            String health = server.management() + "/q/health/ready";
            given().get(health).then().statusCode(200);
            server.terminate();
            await().atMost(10, TimeUnit.SECONDS)
                    .pollInterval(10, TimeUnit.MILLISECONDS)
                    .until(() -> given().get(health).statusCode() == 503);
            given().get(server.address() + "/api/userInfo").then().statusCode(401);
        }
    }
}
