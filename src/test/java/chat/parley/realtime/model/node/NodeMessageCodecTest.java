package chat.parley.realtime.model.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.Push.Importance;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.EncodedPush;
import chat.parley.realtime.model.Publication.Numbered;
import chat.parley.realtime.model.Publication.ToTopic;
import chat.parley.realtime.model.node.NodeMessage.Parted;
import chat.parley.realtime.model.node.NodeMessage.PresenceTold;
import chat.parley.realtime.model.node.NodeMessage.Published;
import chat.parley.realtime.model.node.NodeMessage.Replay;
import chat.parley.realtime.model.node.NodeMessage.Returned;
import chat.parley.realtime.model.node.NodeMessage.SessionEnded;
import chat.parley.realtime.model.node.NodeMessage.Settle;
import chat.parley.realtime.model.node.NodeMessage.StateChanged;
import chat.parley.realtime.model.node.NodeMessage.TopicEnded;
import chat.parley.realtime.model.node.NodeMessage.UserEnded;
import chat.parley.realtime.model.presence.PresenceState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NodeMessageCodecTest {
    private static final long SENDER = 0x0123456789abcdefL;
    private static final Topic ROOM = new Topic("room", 768145206534078464L);

    static List<NodeMessage> messages() {
        return List.of(
                new Published(new ToTopic(ROOM, push("{\"a\":\"ü\"}", Importance.EPHEMERAL))),
                new Published(new Numbered(ROOM, 17, push("{}", Importance.DURABLE), null, null)),
                new Settle(ROOM, List.of(new UserId(1), new UserId(2))),
                new Settle(ROOM, List.of()),
                new TopicEnded(ROOM),
                new StateChanged(new StateChange(ROOM, List.of())),
                new StateChanged(new StateChange(new Topic("friend", 5), List.of(new UserId(6), new UserId(7)))),
                new SessionEnded(new UserId(1), new SessionId(2)),
                new UserEnded(new UserId(3)),
                new Parted(new UserId(1), new UserId(2)),
                new PresenceTold(true, Map.of()),
                new PresenceTold(
                        false, Map.of(new UserId(1), PresenceState.ONLINE, new UserId(2), PresenceState.OFFLINE)),
                new Returned(12_345));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsWrittenIsRead(NodeMessage message) {
        byte[] bytes = NodeMessageCodec.encode(new NodeEnvelope(SENDER, message));
        NodeEnvelope read = NodeMessageCodec.decode(bytes).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(new NodeEnvelope(SENDER, message));
        assertThat(NodeMessageCodec.sender(bytes)).isEqualTo(SENDER);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":1}', '{\"id\":1,\"clientId\":\"x\"}'",
        "'{\"id\":1,\"clientId\":\"x\"}', '{\"id\":1}'",
        "'{\"a\":1}', '{\"a\":1}'",
        "'{}', '{\"b\":2}'",
        "'aaaa', 'aaaaaa'",
        "'abc', 'xyz'",
        "'', 'x'"
    })
    void theAuthorsPushIsWrittenAsTheDifference(String everybody, String own) {
        var numbered = new Numbered(
                ROOM, 9, push(everybody, Importance.DURABLE), new UserId(4), push(own, Importance.DURABLE));
        NodeMessage message = new Published(numbered);
        byte[] bytes = NodeMessageCodec.encode(new NodeEnvelope(SENDER, message));
        NodeEnvelope read = NodeMessageCodec.decode(bytes).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(new NodeEnvelope(SENDER, message));
    }

    @Test
    void anAuthorsPushCostsLittleMore() {
        String body = "x".repeat(1_000) + "}";
        var one = new Numbered(ROOM, 9, push(body, Importance.DURABLE), new UserId(4), null);
        var two = new Numbered(
                ROOM,
                9,
                push(body, Importance.DURABLE),
                new UserId(4),
                push(body.replace("}", ",\"clientId\":1}"), Importance.DURABLE));
        int more = NodeMessageCodec.encode(new NodeEnvelope(SENDER, new Published(two))).length
                - NodeMessageCodec.encode(new NodeEnvelope(SENDER, new Published(one))).length;
        assertThat(more).isLessThan(60);
    }

    @Test
    void aReplayCarriesMessagesAsTheyWereSaid() {
        byte[] said = NodeMessageCodec.encode(new NodeEnvelope(SENDER, new TopicEnded(ROOM)));
        byte[] bytes = NodeMessageCodec.encode(new NodeEnvelope(SENDER, new Replay(8, true, List.of(said, said))));
        Replay read = (Replay) NodeMessageCodec.decode(bytes).orElseThrow().message();
        assertThat(read.to()).isEqualTo(8);
        assertThat(read.complete()).isTrue();
        assertThat(read.messages()).containsExactly(said, said);
    }

    @Test
    void whatALaterVersionSaysIsSkipped() {
        byte[] bytes = NodeMessageCodec.encode(new NodeEnvelope(SENDER, new TopicEnded(ROOM)));
        byte[] otherVersion = bytes.clone();
        otherVersion[0] = 2;
        byte[] otherKind = bytes.clone();
        otherKind[1] = 120;
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 10);
        assertThat(NodeMessageCodec.decode(otherVersion)).isEmpty();
        assertThat(NodeMessageCodec.decode(otherKind)).isEmpty();
        assertThat(NodeMessageCodec.decode(longer)).map(NodeEnvelope::message).contains(new TopicEnded(ROOM));
    }

    @Test
    void whatIsCutOffOrMadeUpIsRefusedAndNothingElseHappens() {
        for (NodeMessage message : messages()) {
            byte[] bytes = NodeMessageCodec.encode(new NodeEnvelope(SENDER, message));
            assertThatThrownBy(() -> NodeMessageCodec.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            if (noise.length > 1) {
                noise[0] = 1;
                noise[1] = (byte) (1 + random.nextInt(10));
            }
            try {
                NodeMessageCodec.decode(noise);
            } catch (IllegalArgumentException refused) {
                // as it should be
            }
        }
    }

    private static EncodedPush push(String body, Importance importance) {
        return new EncodedPush("room.message", body.getBytes(StandardCharsets.UTF_8), importance);
    }
}
