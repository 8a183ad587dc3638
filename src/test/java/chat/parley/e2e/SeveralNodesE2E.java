package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.embedded.TestMySql;
import chat.parley.testing.PackagedServer;
import chat.parley.testing.TestRedis;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with a storage folder of its own, one MySQL and one Redis: to their clients they are one. */
class SeveralNodesE2E {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String PASSWORD = "a long enough secret";

    @TempDir
    static Path folder;

    private static TestMySql mysql;
    private static TestRedis redis;
    private static PackagedServer one;
    private static PackagedServer other;

    @BeforeAll
    static void start() throws Exception {
        mysql = TestMySql.start(folder.resolve("mysql"));
        redis = TestRedis.started();
        one = node("one");
        other = node("other");
    }

    private static PackagedServer node(String name) throws Exception {
        return PackagedServer.on(folder.resolve(name))
                .database(mysql)
                .redis(redis)
                // the clients of this test are silent while they wait
                .with("PARLEY_REALTIME_HEARTBEAT_INTERVAL", "2m")
                // and its writers faster than people
                .with("PARLEY_REALTIME_MAX_FRAMES_PER_SECOND", "100000")
                .with("PARLEY_PRESENCE_GRACE", "1s")
                .with("PARLEY_PRESENCE_REPEAT", "1s")
                .with("PARLEY_PRESENCE_NODE_TIMEOUT", "6s")
                .with("PARLEY_IDENTITY_KEYS", folder.resolve("keys").toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        other.close();
        one.close();
        redis.close();
        mysql.close();
    }

    @Test
    void membersOnBothNodesGetTheSameMessagesInTheSameOrder() {
        Person ada = register("same_ada");
        Person bob = register("same_bob");
        try (TestSocket here = ada.on(one);
                TestSocket there = bob.on(other)) {
            String room = createRoom(here, bob);
            there.awaitPushes("room.added", 1);

            List<CompletableFuture<JsonNode>> sent = new ArrayList<>();
            IntStream.range(0, 200).forEach(i -> sent.add(send(i % 2 == 0 ? here : there, room, "message " + i)));
            sent.forEach(CompletableFuture::join);

            List<JsonNode> seenHere = messages(here, room, 200);
            List<JsonNode> seenThere = messages(there, room, 200);
            assertThat(seenThere.stream().map(SeveralNodesE2E::withoutKey).toList())
                    .containsExactlyElementsOf(
                            seenHere.stream().map(SeveralNodesE2E::withoutKey).toList());
            assertNoGaps(seenHere);
            // the author's key comes to the author alone, whichever node they are on
            assertThat(seenThere).allMatch(message -> message.has("clientId") == bob.wrote(message));
        }
    }

    @Test
    void editsAndReactionsOnBothNodesAreOneLog() {
        Person ada = register("change_ada");
        Person bob = register("change_bob");
        try (TestSocket here = ada.on(one);
                TestSocket there = bob.on(other)) {
            String room = createRoom(here, bob);
            there.awaitPushes("room.added", 1);
            long seq = send(here, room, "first").join().get("body").get("seq").asLong();
            List<CompletableFuture<JsonNode>> changes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                changes.add(here.send("room.editMessage", Map.of("roomId", room, "seq", seq, "text", "edit " + i)));
                changes.add(
                        there.send("room.react", Map.of("roomId", room, "seq", seq, "emoji", "👍", "on", i % 2 == 0)));
                changes.add(send(there, room, "message " + i));
            }
            changes.forEach(change -> assertThat(change.join().has("error")).isFalse());

            List<JsonNode> seenHere = messages(here, room, 121);
            List<JsonNode> seenThere = messages(there, room, 121);
            assertNoGaps(seenHere);
            assertThat(seenThere.stream().map(SeveralNodesE2E::withoutKey).toList())
                    .containsExactlyElementsOf(
                            seenHere.stream().map(SeveralNodesE2E::withoutKey).toList());
            // and so does each node remember it
            assertThat(withoutKeys(there.request("room.open", Map.of("roomId", room))))
                    .containsExactlyElementsOf(withoutKeys(here.request("room.open", Map.of("roomId", room))));
        }
    }

    private static List<JsonNode> withoutKeys(JsonNode opened) {
        List<JsonNode> messages = new ArrayList<>();
        opened.get("messages").forEach(message -> messages.add(withoutKey(message)));
        return messages;
    }

    @Test
    void theSameMessageSentToBothNodesIsStoredOnce() {
        Person ada = register("once_ada");
        try (TestSocket here = ada.on(one);
                TestSocket there = ada.on(other)) {
            String room = createRoom(here);
            there.awaitPushes("room.added", 1);
            for (int i = 0; i < 20; i++) {
                Map<String, Object> message = Map.of("roomId", room, "clientId", UUID.randomUUID(), "text", "once");
                JsonNode first = here.send("room.sendMessage", message).join().get("body");
                JsonNode again = there.send("room.sendMessage", message).join().get("body");
                assertThat(again.get("seq")).isEqualTo(first.get("seq"));
                assertThat(again.path("duplicate").asBoolean()).isTrue();
                CompletableFuture<JsonNode> racing = send(here, room, "both " + i, i);
                CompletableFuture<JsonNode> raced = send(there, room, "both " + i, i);
                assertThat(racing.join().get("body").get("seq"))
                        .isEqualTo(raced.join().get("body").get("seq"));
            }
            assertNoGaps(messages(there, room, 40));
        }
    }

    @Test
    void comingAndGoingCountsOnTheNodeWhereTheMemberIs() {
        Person ada = register("move_ada");
        Person bob = register("move_bob");
        try (TestSocket here = ada.on(one);
                TestSocket there = bob.on(other)) {
            String room = createRoom(here);
            ada.call()
                    .body(Map.of("roomId", room, "userIds", List.of(bob.id)))
                    .post(one.address() + "/api/room/member")
                    .then()
                    .statusCode(200);
            there.awaitPushes("room.added", 1);
            send(here, room, "welcome").join();
            assertThat(messages(there, room, 1).getFirst().get("text").asText()).isEqualTo("welcome");

            ada.call()
                    .delete(one.address() + "/api/room/member?roomId=" + room + "&userId=" + bob.id)
                    .then()
                    .statusCode(204);
            there.awaitPushes("room.removed", 1);
            int heard = messages(there, room, 1).size();
            send(here, room, "about bob").join();
            send(here, room, "about bob").join();
            assertThat(there.refusal("room.sync", Map.of("roomId", room, "rev", 0)))
                    .startsWith("room.");
            assertThat(texts(there, room)).hasSize(heard).doesNotContain("about bob");

            there.request("room.join", Map.of("roomId", room));
            send(here, room, "welcome back").join();
            await().atMost(AT_ONCE).until(() -> texts(there, room).contains("welcome back"));

            ada.call().delete(one.address() + "/api/room?id=" + room).then().statusCode(204);
            there.awaitPushes("room.removed", 2);
        }
    }

    @Test
    void signingOutOnOneNodeEndsTheSocketsOnTheOtherAtOnce() {
        Person ada = register("out_ada");
        try (TestSocket there = ada.on(other)) {
            ada.call().get(other.address() + "/api/userInfo").then().statusCode(200);
            ada.call().post(one.address() + "/api/logout").then().statusCode(204);
            assertThat(there.closeCode()).isEqualTo(4403);
            ada.call().get(other.address() + "/api/userInfo").then().statusCode(401);
        }
    }

    @Test
    void devicesOnDifferentNodesAgreeOnWhatWasRead() {
        Person ada = register("read_ada");
        try (TestSocket here = ada.on(one);
                TestSocket there = ada.on(other)) {
            String room = createRoom(here);
            there.awaitPushes("room.added", 1);
            long seq = send(here, room, "read me").join().get("body").get("seq").asLong();
            here.request("room.read", Map.of("roomId", room, "seq", seq));
            await().atMost(AT_ONCE)
                    .until(() -> there.pushes("room.read").stream()
                            .anyMatch(read -> read.get("seq").asLong() == seq));
        }
    }

    @Test
    void whoIsDisabledOnOneNodeIsOutOnTheOther() throws Exception {
        Person admin = register("disable_admin");
        Person user = register("disable_user");
        try (Connection database = mysql.connect();
                Statement sql = database.createStatement()) {
            sql.executeUpdate("UPDATE users SET permission = 'admin' WHERE username = 'disable_admin'");
        }
        try (TestSocket there = user.on(other)) {
            user.call().get(other.address() + "/api/userInfo").then().statusCode(200);
            admin.call()
                    .body(Map.of("userId", user.id))
                    .post(one.address() + "/api/user/disable")
                    .then()
                    .statusCode(204);
            assertThat(there.closeCode()).isEqualTo(4403);
            user.call().get(other.address() + "/api/userInfo").then().statusCode(401);
        }
    }

    @Test
    void presenceIsSeenAcrossNodesAndEndsWithADeadOne() throws Exception {
        Person ada = register("there_ada");
        Person bob = register("there_bob");
        Person eve = register("there_eve");
        try (PackagedServer third = node("mortal");
                TestSocket here = ada.on(one);
                TestSocket there = bob.on(third);
                TestSocket stranger = eve.on(one)) {
            createRoom(here, bob);
            there.awaitPushes("room.added", 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> here.request("presence.watch", Map.of("userIds", List.of(bob.id, eve.id)))
                            .get(bob.id)
                            .asText()
                            .equals("online"));
            assertThat(stranger.request("presence.watch", Map.of("userIds", List.of(bob.id)))
                            .get(bob.id)
                            .asText())
                    .isEqualTo("offline");
            third.kill();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> here.pushes("presence.changed").stream()
                            .anyMatch(push ->
                                    push.get("users").path(bob.id).asText().equals("offline")));
            assertThat(stranger.pushes("presence.changed")).isEmpty();
        }
    }

    @Test
    void nothingIsLostWhileRedisIsAway() throws Exception {
        interrupted("away", redis::kill, redis::restart);
    }

    @Test
    void nothingIsLostWhileRedisHangs() throws Exception {
        interrupted("hangs", redis::pause, redis::resume);
    }

    private static void interrupted(String name, Step takeAway, Step bringBack) throws Exception {
        Person ada = register(name + "_ada");
        Person bob = register(name + "_bob");
        Person eve = register(name + "_eve");
        try (TestSocket here = ada.on(one);
                TestSocket there = bob.on(other);
                TestSocket leaving = eve.on(other)) {
            String room = createRoom(here, bob);
            there.awaitPushes("room.added", 1);
            AtomicBoolean writing = new AtomicBoolean(true);
            CompletableFuture<List<String>> writer = CompletableFuture.supplyAsync(() -> write(here, room, writing));
            CompletableFuture<List<String>> otherWriter =
                    CompletableFuture.supplyAsync(() -> write(there, room, writing));
            await().until(() -> texts(there, room).size() > 20);

            takeAway.run();
            await().atMost(Duration.ofSeconds(15)).until(() -> isDisconnected(one) && isDisconnected(other));
            int before = texts(there, room).size();
            // served from the database while Redis is away: what the other node writes still comes, only later
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> texts(there, room).size() > before + 20);
            String late = createRoom(here, bob);
            eve.call().post(one.address() + "/api/logout").then().statusCode(204);
            assertThat(leaving.closeCode()).isEqualTo(4403);
            long read = send(here, room, "read while away")
                    .join()
                    .get("body")
                    .get("seq")
                    .asLong();
            here.request("room.read", Map.of("roomId", room, "seq", read));
            bringBack.run();
            await().atMost(Duration.ofSeconds(15)).until(() -> !isDisconnected(one) && !isDisconnected(other));
            writing.set(false);

            int sent = writer.join().size() + otherWriter.join().size() + 1;
            await().atMost(AT_ONCE).until(() -> texts(there, room).size() == sent);
            await().atMost(AT_ONCE).until(() -> texts(here, room).size() == sent);
            assertNoGaps(there.pushes("room.message", room));
            assertNoGaps(here.pushes("room.message", room));
            await().atMost(AT_ONCE)
                    .until(() -> there.pushes("room.added").stream()
                            .anyMatch(added -> added.get("id").asText().equals(late)));
            // nobody can read it from a numbered log: it is said again
            await().atMost(AT_ONCE)
                    .until(() -> there.pushes("room.read").stream()
                            .anyMatch(push -> push.get("seq").asLong() == read));
        }
    }

    @Test
    void whoCameAndWentByDifferentNodesWhileRedisWasAwayIsGoneForEverybody() throws Exception {
        Person ada = register("came_ada");
        Person bob = register("came_bob");
        Person eve = register("came_eve");
        try (TestSocket here = ada.on(one);
                TestSocket there = bob.on(other)) {
            String room = createRoom(here, bob);
            there.awaitPushes("room.added", 1);
            int before = here.pushes("room.members").size();

            redis.kill();
            await().atMost(Duration.ofSeconds(15)).until(() -> isDisconnected(one) && isDisconnected(other));
            Map<String, String> which = Map.of("id", room);
            eve.call()
                    .body(which)
                    .post(other.address() + "/api/joinRoom")
                    .then()
                    .statusCode(200);
            eve.call().body(which).post(one.address() + "/api/leaveRoom").then().statusCode(204);
            redis.restart();

            // each node tells what the other had not heard of, and some of what it had; what was told last is how it is
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> here.pushes("room.members").size() > before + 1
                            && there.pushes("room.members").size() > 1);
            for (TestSocket client : List.of(here, there)) {
                await().atMost(AT_ONCE)
                        .untilAsserted(() -> assertThat(lastAbout(eve, client)).hasValueSatisfying(last -> {
                            assertThat(last.get("memberCount").asInt()).isEqualTo(2);
                            assertThat(last.path("left").path(0).asText()).isEqualTo(eve.id);
                        }));
            }
        }
    }

    private static Optional<JsonNode> lastAbout(Person person, TestSocket client) {
        return client.pushes("room.members").stream()
                .filter(push -> push.toString().contains('"' + person.id + '"'))
                .reduce((former, later) -> later);
    }

    @Test
    void clientsOfAKilledNodeAreServedByTheOther() throws Exception {
        Person ada = register("killed_ada");
        Person bob = register("killed_bob");
        try (PackagedServer third = node("third");
                TestSocket here = ada.on(one);
                TestSocket there = bob.on(third)) {
            String room = createRoom(here, bob);
            there.awaitPushes("room.added", 1);
            send(there, room, "before").join();
            long rev = messages(there, room, 1).getLast().get("rev").asLong();
            third.kill();
            send(here, room, "meanwhile").join();

            try (TestSocket back = TestSocket.connect(other.address())) {
                JsonNode opened = back.request(
                        "session.open", Map.of("token", bob.token, "rooms", Map.of(room, Map.of("rev", rev))));
                JsonNode missed = opened.get("sync").get(room).get("messages");
                assertThat(missed).hasSize(1);
                assertThat(missed.get(0).get("text").asText()).isEqualTo("meanwhile");
                send(here, room, "after").join();
                await().atMost(AT_ONCE).until(() -> texts(back, room).equals(List.of("after")));
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static boolean isDisconnected(PackagedServer node) {
        return given().get(node.management() + "/q/health/ready").asString().contains("disconnected");
    }

    private static List<String> write(TestSocket socket, String room, AtomicBoolean writing) {
        List<String> written = new ArrayList<>();
        while (writing.get()) {
            String text = UUID.randomUUID().toString();
            socket.request("room.sendMessage", Map.of("roomId", room, "clientId", UUID.randomUUID(), "text", text));
            written.add(text);
        }
        return written;
    }

    private static String createRoom(TestSocket creator, Person... members) {
        List<String> ids = Stream.of(members).map(member -> member.id).toList();
        return creator.request("room.create", Map.of("name", "Room", "joinPolicy", "open", "memberIds", ids))
                .get("id")
                .asText();
    }

    private static CompletableFuture<JsonNode> send(TestSocket socket, String room, String text) {
        return socket.send("room.sendMessage", Map.of("roomId", room, "clientId", UUID.randomUUID(), "text", text));
    }

    private static CompletableFuture<JsonNode> send(TestSocket socket, String room, String text, long key) {
        return socket.send("room.sendMessage", Map.of("roomId", room, "clientId", new UUID(7, key), "text", text));
    }

    /** The first so many texts that came, with what came in between and after. */
    private static List<JsonNode> messages(TestSocket socket, String room, int texts) {
        await().atMost(Duration.ofSeconds(20)).until(() -> texts(socket, room).size() >= texts);
        return socket.pushes("room.message", room).stream()
                .filter(message -> message.has("text"))
                .toList();
    }

    private static List<String> texts(TestSocket socket, String room) {
        return socket.pushes("room.message", room).stream()
                .filter(message -> message.has("text"))
                .map(message -> message.get("text").asText())
                .toList();
    }

    private static void assertNoGaps(List<JsonNode> messages) {
        long first = messages.getFirst().get("rev").asLong();
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i).get("rev").asLong()).isEqualTo(first + i);
        }
    }

    private static JsonNode withoutKey(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("clientId");
        return copy;
    }

    private record Person(String id, String token) {
        TestSocket on(PackagedServer node) {
            return TestSocket.open(node.address(), token);
        }

        RequestSpecification call() {
            return given().auth().oauth2(token).contentType(ContentType.JSON);
        }

        boolean wrote(JsonNode message) {
            return message.get("userId").asText().equals(id);
        }
    }

    private static Person register(String username) {
        var answer = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", username + "@example.com", "password", PASSWORD))
                .post(one.address() + "/api/register")
                .then()
                .statusCode(201)
                .extract();
        return new Person(answer.path("user.id"), answer.path("accessToken"));
    }
}
