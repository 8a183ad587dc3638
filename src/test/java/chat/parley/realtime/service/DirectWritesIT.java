package chat.parley.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.model.Connection;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Writing below the framework rests on what the framework does not promise. Where it cannot be had, sockets are served
 * by the framework's own means, correctly but slowly; this notices.
 */
@QuarkusTest
class DirectWritesIT {
    @TestHTTPResource
    URI server;

    private final ConnectionRegistry connections;

    DirectWritesIT(ConnectionRegistry connections) {
        this.connections = connections;
    }

    @Test
    void socketsAreWrittenToBelowTheFramework() {
        TestUser user = TestUsers.register();
        try (TestSocket ignored = TestSocket.open(server, user.accessToken())) {
            Set<Connection> open = connections.of(user.id());
            assertThat(open)
                    .hasSize(1)
                    .allSatisfy(connection -> assertThat(
                                    connection.lane().getClass().getSimpleName())
                            .isEqualTo("EventLoopLane"));
        }
    }
}
