package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The promise of the log, under twenty clients at once. */
@QuarkusTest
class RoomLogIT {
    private static final int CLIENTS = 20;
    private static final int ROOMS = 5;
    private static final int AWAITED = 200;
    private static final int UNAWAITED = 200;

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    private record Sent(String roomId, String clientId, long seq) {}

    @Test
    void twentyClientsInFiveRoomsLeaveNoGapsAndSeeAllInOrder() throws Exception {
        List<TestUser> users =
                IntStream.range(0, CLIENTS).mapToObj(i -> TestUsers.register()).toList();
        List<TestSocket> sockets = users.stream()
                .map(user -> TestSocket.open(server, user.accessToken()))
                .toList();
        List<String> rooms = createRooms(sockets);

        List<List<Sent>> sent = concurrently(sockets, socket -> send(socket, rooms));

        for (String room : rooms) {
            List<Long> numbers = sent.stream()
                    .flatMap(List::stream)
                    .filter(s -> s.roomId().equals(room))
                    .map(Sent::seq)
                    .sorted()
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates();
            assertStoredWithoutGaps(room, numbers);
            sockets.forEach(socket -> assertSawAllInOrder(socket, room));
        }
        assertRepeatsStoreNothing(sockets, sent, rooms);
        sockets.forEach(TestSocket::close);
    }

    private List<String> createRooms(List<TestSocket> sockets) {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            JsonNode room =
                    sockets.getFirst().request("room.create", Map.of("name", "Room " + i, "joinPolicy", "open"));
            rooms.add(room.get("id").asText());
        }
        sockets.stream()
                .skip(1)
                .forEach(socket -> rooms.forEach(id -> socket.request("room.join", Map.of("roomId", id))));
        return rooms;
    }

    // Half with every answer awaited, half without waiting for any.
    private static List<Sent> send(TestSocket socket, List<String> rooms) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < AWAITED / CLIENTS; i++) {
            String room = rooms.get(i % ROOMS);
            String clientId = UUID.randomUUID().toString();
            sent.add(sent(socket.request("room.sendMessage", message(room, clientId)), clientId));
        }
        Map<String, CompletableFuture<JsonNode>> answers = new LinkedHashMap<>();
        for (int i = 0; i < UNAWAITED / CLIENTS; i++) {
            String clientId = UUID.randomUUID().toString();
            answers.put(clientId, socket.send("room.sendMessage", message(rooms.get(i % ROOMS), clientId)));
        }
        answers.forEach((clientId, answer) -> sent.add(sent(answer.join().get("body"), clientId)));
        return sent;
    }

    private static Map<String, Object> message(String room, String clientId) {
        return Map.of("roomId", room, "clientId", clientId, "text", "message " + clientId);
    }

    private static Sent sent(JsonNode message, String clientId) {
        return new Sent(
                message.get("roomId").asText(), clientId, message.get("seq").asLong());
    }

    private void assertStoredWithoutGaps(String room, List<Long> acknowledged) throws SQLException {
        List<Long> seqs = numbers("seq", room);
        assertThat(seqs).containsExactlyElementsOf(upTo(seqs.size()));
        assertThat(numbers("rev", room)).containsExactlyElementsOf(upTo(seqs.size()));
        assertThat(seqs).containsAll(acknowledged);
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT last_seq, last_rev FROM rooms WHERE id = ?")) {
            select.setLong(1, Long.parseLong(room));
            ResultSet row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getLong(1), row.getLong(2))).containsOnly((long) seqs.size());
        }
    }

    private List<Long> numbers(String column, String room) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT " + column + " FROM messages WHERE room_id = ? ORDER BY " + column)) {
            select.setLong(1, Long.parseLong(room));
            List<Long> numbers = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    private static void assertSawAllInOrder(TestSocket socket, String room) {
        int all = 400 / ROOMS;
        List<JsonNode> texts = await().until(() -> texts(socket, room), seen -> seen.size() >= all);
        assertThat(texts).hasSize(all);
        List<Long> revs = socket.pushes("room.message").stream()
                .filter(push -> push.get("roomId").asText().equals(room))
                .map(push -> push.get("rev").asLong())
                .toList();
        assertThat(revs)
                .containsExactlyElementsOf(LongStream.rangeClosed(revs.getFirst(), revs.getFirst() + revs.size() - 1)
                        .boxed()
                        .toList());
    }

    private static List<JsonNode> texts(TestSocket socket, String room) {
        return socket.pushes("room.message").stream()
                .filter(push -> push.get("roomId").asText().equals(room))
                .filter(push -> push.get("contentType").asText().equals("TEXT"))
                .toList();
    }

    private void assertRepeatsStoreNothing(List<TestSocket> sockets, List<List<Sent>> sent, List<String> rooms)
            throws Exception {
        Map<String, Integer> before = sizes(rooms);
        List<List<JsonNode>> repeated = new ArrayList<>();
        for (int i = 0; i < sockets.size(); i++) {
            TestSocket socket = sockets.get(i);
            repeated.add(sent.get(i).stream()
                    .map(s -> socket.request("room.sendMessage", message(s.roomId(), s.clientId())))
                    .toList());
        }
        for (int i = 0; i < sockets.size(); i++) {
            List<Long> first = sent.get(i).stream().map(Sent::seq).toList();
            assertThat(repeated.get(i))
                    .allSatisfy(answer ->
                            assertThat(answer.get("duplicate").asBoolean()).isTrue());
            assertThat(repeated.get(i).stream().map(answer -> answer.get("seq").asLong()))
                    .containsExactlyElementsOf(first);
        }
        assertThat(sizes(rooms)).containsExactlyInAnyOrderEntriesOf(before);
    }

    private Map<String, Integer> sizes(List<String> rooms) throws SQLException {
        Map<String, Integer> sizes = new HashMap<>();
        for (String room : rooms) {
            sizes.put(room, numbers("seq", room).size());
        }
        return sizes;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private interface Work {
        List<Sent> with(TestSocket socket);
    }

    private static List<List<Sent>> concurrently(List<TestSocket> sockets, Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Sent>>> running = sockets.stream()
                    .map(socket -> threads.submit(() -> work.with(socket)))
                    .toList();
            List<List<Sent>> done = new ArrayList<>();
            for (Future<List<Sent>> one : running) {
                done.add(one.get());
            }
            return done;
        }
    }
}
