package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.message.model.RoomDelta.Changes;
import chat.parley.message.port.MessageQueries;
import chat.parley.message.port.RecentMessages;
import chat.parley.room.RoomId;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import chat.parley.testing.Together;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Syncs while people write, take back, come, go and get other roles: a client that only ever syncs misses nothing. */
@QuarkusTest
class SyncUnderLoadIT {
    private static final int STEPS = 60;

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    @Inject
    RecentMessages recent;

    @Inject
    MessageQueries queries;

    @Inject
    MeterRegistry metrics;

    /** What a client knows that applies whatever a sync tells it. */
    private static final class Replica {
        private final TreeMap<Long, Long> revs = new TreeMap<>();
        private long rev;

        void apply(JsonNode delta) {
            assertThat(delta.has("reset")).isFalse();
            long before = rev;
            for (JsonNode message : delta.get("messages")) {
                assertThat(message.get("rev").asLong()).isGreaterThan(before);
                before = message.get("rev").asLong();
                revs.put(message.get("seq").asLong(), before);
            }
            assertThat(delta.get("rev").asLong()).isGreaterThanOrEqualTo(before);
            rev = delta.get("rev").asLong();
        }
    }

    @Test
    void clientsThatOnlySyncEndUpWithTheWholeLog() throws SQLException {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.open(ann, bob);
        CountDownLatch writing = new CountDownLatch(4);
        List<Replica> replicas = Together.call(7, i -> {
            Replica replica = new Replica();
            switch (i) {
                case 0, 1 -> countedDown(writing, () -> write(i == 0 ? ann : bob, room));
                case 2 -> countedDown(writing, () -> comeAndGo(room));
                case 3 -> countedDown(writing, () -> changeRoles(ann, room, bob));
                case 4 -> syncUntil(writing, ann, room, replica, 0);
                case 5 -> syncUntil(writing, bob, room, replica, 200);
                default -> reconnectUntil(writing, ann, room, replica);
            }
            return replica;
        });

        TreeMap<Long, Long> stored = stored(room);
        for (Replica replica : replicas.subList(4, 7)) {
            assertThat(replica.revs).isEqualTo(stored);
        }
        long last = replicas.getLast().rev;
        for (long since = 0; since <= last; since++) {
            assertThat(recent.log(room, since, last).since(since, 500))
                    .isEqualTo(new Changes(queries.changedSince(room, since, 501), last));
        }
    }

    @Test
    void returningClientsDoNotReachTheLogInTheDatabase() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        List<RoomId> rooms = List.of(TestRooms.open(ann, bob), TestRooms.open(ann, bob));
        try (TestSocket socket = TestSocket.open(server, ann.accessToken())) {
            for (int i = 0; i < 40; i++) {
                socket.request("room.sendMessage", message(rooms.get(i % 2)));
            }
        }
        Map<String, Object> opening = Map.of(
                "token",
                bob.accessToken(),
                "rooms",
                Map.of(
                        rooms.get(0).toString(), Map.of("rev", 10),
                        rooms.get(1).toString(), Map.of("rev", 12)));
        double before = metrics.get("parley.message.queries").counter().count();
        List<JsonNode> answers = Together.call(100, i -> {
            try (TestSocket socket = TestSocket.connect(server)) {
                return socket.request("session.open", opening);
            }
        });
        assertThat(metrics.get("parley.message.queries").counter().count()).isEqualTo(before);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.at("/sync/" + rooms.get(0) + "/messages")).hasSize(12);
            assertThat(answer.at("/sync/" + rooms.get(1) + "/messages")).hasSize(10);
            assertThat(answer.get("rooms")).allSatisfy(room -> {
                assertThat(room.get("unread").asInt()).isEqualTo(20);
                assertThat(room.get("lastMessage").get("seq").asInt()).isEqualTo(22);
            });
        });
    }

    private void write(TestUser user, RoomId room) {
        Random random = new Random(user.id().value());
        try (TestSocket socket = TestSocket.open(server, user.accessToken())) {
            for (int i = 0; i < STEPS; i++) {
                long seq = socket.request("room.sendMessage", message(room))
                        .get("seq")
                        .asLong();
                if (random.nextInt(3) == 0) {
                    socket.request("room.recallMessage", Map.of("roomId", room.toString(), "seq", seq));
                }
            }
        }
    }

    private void comeAndGo(RoomId room) {
        TestUser visitor = TestUsers.register();
        for (int i = 0; i < STEPS / 4; i++) {
            TestRooms.join(visitor, room).then().statusCode(200);
            visitor.call()
                    .body(Map.of("id", room.toString()))
                    .post("/api/leaveRoom")
                    .then()
                    .statusCode(204);
        }
    }

    private void changeRoles(TestUser creator, RoomId room, TestUser member) {
        for (int i = 0; i < STEPS / 4; i++) {
            TestRooms.changeRole(creator, room, member, i % 2 == 0 ? "admin" : "member")
                    .then()
                    .statusCode(200);
        }
    }

    private static void countedDown(CountDownLatch latch, Runnable work) {
        try {
            work.run();
        } finally {
            latch.countDown();
        }
    }

    private void syncUntil(CountDownLatch done, TestUser user, RoomId room, Replica replica, long pauseMillis) {
        try (TestSocket socket = TestSocket.open(server, user.accessToken())) {
            boolean last = false;
            while (!last) {
                last = isDone(done, pauseMillis);
                replica.apply(socket.request("room.sync", Map.of("roomId", room.toString(), "rev", replica.rev)));
            }
        }
    }

    private void reconnectUntil(CountDownLatch done, TestUser user, RoomId room, Replica replica) {
        boolean last = false;
        while (!last) {
            last = isDone(done, 50);
            try (TestSocket socket = TestSocket.connect(server)) {
                JsonNode answer = socket.request(
                        "session.open",
                        Map.of(
                                "token", user.accessToken(),
                                "rooms", Map.of(room.toString(), Map.of("rev", replica.rev))));
                replica.apply(answer.get("sync").get(room.toString()));
            }
        }
    }

    private static boolean isDone(CountDownLatch latch, long patienceMillis) {
        try {
            return latch.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> message(RoomId room) {
        return Map.of("roomId", room.toString(), "clientId", UUID.randomUUID().toString(), "text", "text");
    }

    private TreeMap<Long, Long> stored(RoomId room) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT seq, rev FROM messages WHERE room_id = ?")) {
            select.setLong(1, room.value());
            TreeMap<Long, Long> revs = new TreeMap<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                revs.put(rows.getLong(1), rows.getLong(2));
            }
            return revs;
        }
    }
}
