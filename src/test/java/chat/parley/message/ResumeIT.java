package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A client that was away gets all it missed, or is told to start over. */
@QuarkusTest
class ResumeIT {
    @TestHTTPResource
    URI server;

    @Test
    void newAndRecalledMessagesComeInTheOrderOfTheirChanges() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        try (TestSocket anns = TestSocket.open(server, ann.accessToken())) {
            String room = room(anns, bob);
            long first = send(anns, room, "first").get("seq").asLong();
            long rev = send(anns, room, "second").get("rev").asLong();
            // bob has seen this much, and goes away
            send(anns, room, "third");
            anns.request("room.recallMessage", Map.of("roomId", room, "seq", first));

            JsonNode opened = open(bob, room, rev);
            JsonNode sync = opened.get("sync").get(room);
            assertThat(sync.get("messages").findValuesAsText("contentType")).containsExactly("TEXT", "RECALLED");
            assertThat(revs(sync.get("messages"))).containsExactly(rev + 1, rev + 2);
            assertThat(sync.get("rev").asLong()).isEqualTo(rev + 2);
            assertThat(sync.get("messages").get(1).has("text")).isFalse();
            assertThat(opened.get("rooms").get(0).get("lastRev").asLong()).isEqualTo(rev + 2);
        }
    }

    @Test
    void whoMissedTooMuchIsToldToStartOver() {
        TestUser ann = TestUsers.register();
        // On two devices, as one that sends so much at once is refused.
        try (TestSocket anns = TestSocket.open(server, ann.accessToken());
                TestSocket second = TestSocket.open(server, ann.accessToken())) {
            String room = room(anns);
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < 501; i++) {
                answers.add((i % 2 == 0 ? anns : second).send("room.sendMessage", message(room, "m" + i)));
                if (answers.size() % 100 == 0) {
                    answers.getLast().join();
                }
            }
            answers.forEach(CompletableFuture::join);

            // 501 messages and the notice that the room was made: one change too many, and just few enough
            assertThat(anns.request("room.sync", Map.of("roomId", room, "rev", 1))
                            .get("reset")
                            .asBoolean())
                    .isTrue();
            JsonNode complete = anns.request("room.sync", Map.of("roomId", room, "rev", 2));
            assertThat(complete.has("reset")).isFalse();
            assertThat(revs(complete.get("messages")))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(3, 502).boxed().toList());
        }
    }

    @Test
    void aClientAheadOfTheServerIsToldToStartOver() {
        TestUser ann = TestUsers.register();
        try (TestSocket anns = TestSocket.open(server, ann.accessToken())) {
            String room = room(anns);
            assertThat(anns.request("room.sync", Map.of("roomId", room, "rev", 1_000))
                            .get("reset")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void roomsThatAreNotMineAreLeftOut() {
        TestUser ann = TestUsers.register();
        TestUser stranger = TestUsers.register();
        try (TestSocket anns = TestSocket.open(server, ann.accessToken())) {
            String room = room(anns);
            JsonNode opened = open(stranger, room, 0);
            assertThat(opened.get("sync").has(room)).isFalse();
            assertThat(opened.get("rooms")).isEmpty();
        }
    }

    @Test
    void openingWhileOthersWriteLeavesNoHoleAndNoDouble() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        try (TestSocket anns = TestSocket.open(server, ann.accessToken())) {
            String room = room(anns, bob);
            for (int round = 0; round < 20; round++) {
                List<CompletableFuture<JsonNode>> writing = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    writing.add(anns.send("room.sendMessage", message(room, "round " + round)));
                }
                TestSocket bobs = TestSocket.connect(server);
                JsonNode opened = bobs.request("session.open", opening(bob, room, 0));
                long last = writing.stream()
                        .mapToLong(
                                answer -> answer.join().get("body").get("rev").asLong())
                        .max()
                        .orElseThrow();
                List<Long> seen =
                        new ArrayList<>(revs(opened.get("sync").get(room).get("messages")));
                int missing =
                        (int) (last - opened.get("sync").get(room).get("rev").asLong());
                bobs.awaitPushes("room.message", missing)
                        .forEach(push -> seen.add(push.get("rev").asLong()));
                assertThat(seen)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, last).boxed().toList());
                bobs.cut();
            }
        }
    }

    private JsonNode open(TestUser user, String room, long rev) {
        try (TestSocket socket = TestSocket.connect(server)) {
            return socket.request("session.open", opening(user, room, rev));
        }
    }

    private static Map<String, Object> opening(TestUser user, String room, long rev) {
        return Map.of("token", user.accessToken(), "rooms", Map.of(room, Map.of("rev", rev)));
    }

    private static String room(TestSocket creator, TestUser... members) {
        List<String> ids =
                Arrays.stream(members).map(member -> member.id().toString()).toList();
        return creator.request("room.create", Map.of("name", "Room", "memberIds", ids))
                .get("id")
                .asText();
    }

    private static JsonNode send(TestSocket socket, String room, String text) {
        return socket.request("room.sendMessage", message(room, text));
    }

    private static Map<String, Object> message(String room, String text) {
        return Map.of("roomId", room, "clientId", UUID.randomUUID().toString(), "text", text);
    }

    private static List<Long> revs(JsonNode messages) {
        List<Long> revs = new ArrayList<>();
        messages.forEach(message -> revs.add(message.get("rev").asLong()));
        return revs;
    }
}
