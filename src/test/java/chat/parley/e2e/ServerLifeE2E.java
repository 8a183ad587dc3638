package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.BareSocket;
import chat.parley.testing.PackagedServer;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and dying, as the packaged server does it. */
class ServerLifeE2E {
    @TempDir
    Path folder;

    @Test
    void oneServerHoldsItsStorageAndLeavesNothingBehind() throws Exception {
        Path storage = folder.resolve("storage");
        try (PackagedServer server = PackagedServer.start(storage)) {
            assertThat(databasesOn(storage)).hasSize(1);

            Process second = PackagedServer.launch(storage, 0, folder.resolve("second.log"));
            assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(folder.resolve("second.log"))
                    .content()
                    .contains("parley: ", Long.toString(server.pid()))
                    .doesNotContain("\tat ");
            assertThat(ready(server)).isEqualTo(200);

            server.stop();
            assertThat(databasesOn(storage)).isEmpty();
            assertThat(server.log()).doesNotContain("ERROR", "Exception");
        }
    }

    @Test
    void whoDoesNotTakeTheirLeaveIsCutOff() throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("storage"))) {
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                silent.add(BareSocket.open(server.address()));
            }

            server.stop();

            for (Socket socket : silent) {
                assertThat(endOf(socket)).isTrue();
            }
            assertThat(server.log()).doesNotContain("ERROR", "Exception");
        }
    }

    @Test
    void aKilledServersOrphanIsTakenCareOfAtTheNextStart() throws Exception {
        Path storage = folder.resolve("storage");
        try (PackagedServer server = PackagedServer.start(storage)) {
            List<ProcessHandle> orphans = databasesOn(storage);
            server.kill();
            server.restart();
            assertThat(databasesOn(storage)).hasSize(1).doesNotContainAnyElementsOf(orphans);
            assertThat(ready(server)).isEqualTo(200);
        }
    }

    @Test
    void aKilledDatabaseComesBackWhileTheServerRuns() throws Exception {
        Path storage = folder.resolve("storage");
        try (PackagedServer server = PackagedServer.start(storage)) {
            register(server, "before");
            databasesOn(storage).forEach(ProcessHandle::destroyForcibly);
            await().atMost(1, TimeUnit.MINUTES).until(() -> databasesOn(storage).size() == 1 && ready(server) == 200);
            register(server, "after");
        }
    }

    /** Whether the server has closed it. */
    private static boolean endOf(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static int ready(PackagedServer server) {
        return given().get(server.management() + "/q/health/ready").statusCode();
    }

    private static void register(PackagedServer server, String username) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "username", username, "email", username + "@example.com", "password", "a long enough secret"))
                .post(server.address() + "/api/register")
                .then()
                .statusCode(201);
    }

    private static List<ProcessHandle> databasesOn(Path storage) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("mysqld"))
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains(storage.toString()))
                .toList();
    }
}
