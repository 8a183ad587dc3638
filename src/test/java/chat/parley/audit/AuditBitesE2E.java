package chat.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.audit.FaultyProxy.Defect;
import chat.parley.audit.Findings.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An audit that finds nothing proves something only if it finds what is there. */
class AuditBitesE2E {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOW_AND_THEN = 5;

    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(Path.of("target/audit-bites"), 1);
    }

    @AfterAll
    static void stop() throws Exception {
        deployment.close();
    }

    @Test
    void aSoundServerBehindTheSameProxyPasses() throws Exception {
        assertThat(foundThrough(1, () -> new Defect() {})).isEmpty();
    }

    @Test
    void aMessageThatIsAcknowledgedButNotStoredIsLost() throws Exception {
        assertThat(foundThrough(2, AcknowledgesTooSoon::new)).containsExactly(Kind.LOST);
    }

    @Test
    void aRepeatThatIsNotRecognisedIsDoubled() throws Exception {
        assertThat(foundThrough(3, ForgetsClientIds::new)).containsExactly(Kind.DOUBLED);
    }

    @Test
    void aMessageThatOvertakesAnotherIsReordered() throws Exception {
        assertThat(foundThrough(4, Overtakes::new)).containsExactly(Kind.REORDERED);
    }

    @Test
    void aPushThatNeverComesIsSilentlyMissing() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        assertThat(foundThrough(5, () -> new DropsPushes(taken.compareAndSet(false, true))))
                .containsExactly(Kind.MISSING);
    }

    private static Set<Kind> foundThrough(int seed, Supplier<Defect> defect) throws Exception {
        AuditOptions options = AuditOptions.parse(
                "--clients=8",
                "--rooms=2",
                "--minutes=0.08",
                "--rate=60",
                "--faults=none",
                "--pitaya=0",
                "--seed=" + seed);
        try (FaultyProxy proxy = FaultyProxy.before(deployment.addresses().getFirst(), defect)) {
            AuditReport report = new AuditRun(options, deployment, List.of(proxy.address()), line -> {}).run();
            return EnumSet.allOf(Kind.class).stream()
                    .filter(kind -> report.findings().count(kind) > 0)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isSend(ObjectNode frame) {
        return frame.path("route").asText().equals("room.sendMessage");
    }

    private static ObjectNode parse(String frame) {
        try {
            return (ObjectNode) JSON.readTree(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers some sends itself, and stores nothing. */
    private static final class AcknowledgesTooSoon extends Defect {
        private int sends;

        @Override
        void fromClient(String text) {
            ObjectNode frame = parse(text);
            if (isSend(frame) && ++sends % NOW_AND_THEN == 0) {
                toClient(acknowledgement(frame).toString());
            } else {
                toServer(text);
            }
        }
    }

    private static ObjectNode acknowledgement(ObjectNode send) {
        JsonNode said = send.get("body");
        ObjectNode message = JSON.createObjectNode()
                .put("id", said.get("roomId").asText() + "-1")
                .put("roomId", said.get("roomId").asText())
                .put("seq", 1)
                .put("rev", 1)
                .put("userId", "1")
                .put("clientId", said.get("clientId").asText())
                .put("contentType", "TEXT")
                .put("text", said.get("text").asText())
                .put("createdAt", "2026-11-22T08:00:00.000Z");
        ObjectNode answer = JSON.createObjectNode().put("id", send.get("id").asLong());
        answer.set("body", message);
        return answer;
    }

    /** Has some messages stored once more, as if they had been sent again and nobody had noticed. */
    private static final class ForgetsClientIds extends Defect {
        private static final long FOREIGN = 1_000_000_000;
        private int sends;

        @Override
        void fromClient(String text) {
            toServer(text);
            ObjectNode frame = parse(text);
            if (isSend(frame) && ++sends % NOW_AND_THEN == 0) {
                ((ObjectNode) frame.get("body"))
                        .put("clientId", UUID.randomUUID().toString());
                toServer(frame.put("id", FOREIGN + sends).toString());
            }
        }

        @Override
        void fromServer(String object) {
            if (parse(object).path("id").asLong() < FOREIGN) {
                toClient(object);
            }
        }
    }

    /** Lets every other send wait for the next one to pass. */
    private static final class Overtakes extends Defect {
        private @Nullable String held;

        @Override
        void fromClient(String text) {
            if (held == null && isSend(parse(text))) {
                held = text;
                later(50, this::release);
            } else {
                toServer(text);
                release();
            }
        }

        private void release() {
            if (held != null) {
                toServer(held);
                held = null;
            }
        }
    }

    /** Keeps from one client, from some moment on, what others say: there is no jump that it could see. */
    private static final class DropsPushes extends Defect {
        private final boolean drops;
        private int pushes;

        DropsPushes(boolean drops) {
            this.drops = drops;
        }

        @Override
        void fromServer(String object) {
            boolean isMessage = parse(object).path("route").asText().equals("room.message");
            if (!drops || !isMessage || ++pushes < NOW_AND_THEN) {
                toClient(object);
            }
        }
    }
}
