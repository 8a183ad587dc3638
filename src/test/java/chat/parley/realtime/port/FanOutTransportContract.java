package chat.parley.realtime.port;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every transport between nodes holds to. */
public interface FanOutTransportContract {
    /** A node that can reach the other nodes of this test; it is not started yet. */
    FanOutTransport node();

    @Test
    default void whoServesATopicHearsWhatOthersPublishToIt() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        serve(there, 1);

        here.node.publish(topic(1), bytes("one"));
        here.node.publish(topic(2), bytes("not asked for"));
        here.node.publish(topic(1), bytes("two"));

        there.await(2);
        assertThat(there.messages).containsExactly("one", "two");
        assertThat(here.messages).isEmpty();
    }

    @Test
    default void allNodesHearABroadcastAndOneMayHearItself() {
        Heard here = new Heard(node());
        Heard there = new Heard(node());

        here.node.broadcast(bytes("everybody"));

        there.await(1);
        assertThat(there.messages).containsExactly("everybody");
    }

    @Test
    default void afterTheConfirmationNothingIsMissed() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        for (int id = 1; id <= 100; id++) {
            serve(there, id);
            here.node.publish(topic(id), bytes("first of " + id));
        }
        there.await(100);
        assertThat(there.messages)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(id -> "first of " + id)
                        .toList());
    }

    @Test
    default void whoLeavesHearsNothingMoreAndWhoComesBackDoes() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        serve(there, 1);
        there.node.leave(topic(1));
        serve(there, 2);
        here.node.publish(topic(1), bytes("unheard"));
        here.node.publish(topic(2), bytes("heard"));
        there.await(1);

        there.node.leave(topic(1));
        there.node.serve(topic(1));
        there.node.leave(topic(1));
        serve(there, 1);
        here.node.publish(topic(1), bytes("again"));

        there.await(2);
        assertThat(there.messages).containsExactly("heard", "again");
    }

    @Test
    default void bytesArriveAsTheyWereAndInOrder() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        serve(there, 1);
        List<String> sent = IntStream.range(0, 5_000)
                .mapToObj(i -> "\r\n$-1\r\n\0 " + i + " ü")
                .toList();

        sent.forEach(message -> here.node.publish(topic(1), bytes(message)));

        there.await(sent.size());
        assertThat(there.messages).containsExactlyElementsOf(sent);
    }

    @Test
    default void aStoppedNodeHearsNothing() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        Heard witness = new Heard(node());
        serve(there, 1);
        serve(witness, 1);
        there.node.stop();
        assertThat(there.node.isUp()).isFalse();

        here.node.publish(topic(1), bytes("late"));
        here.node.broadcast(bytes("later"));

        witness.await(2);
        assertThat(there.messages).isEmpty();
    }

    private static void serve(Heard node, int id) throws Exception {
        node.node.serve(topic(id)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static Topic topic(int id) {
        return new Topic("room", id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A started node and what it heard. */
    final class Heard implements FanOutTransport.Listener {
        public final FanOutTransport node;
        public final List<String> messages = new CopyOnWriteArrayList<>();
        public final List<String> troubles = new CopyOnWriteArrayList<>();
        public final AtomicInteger ups = new AtomicInteger();

        public Heard(FanOutTransport node) {
            this.node = node;
            node.start(this);
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(node::isUp);
        }

        void await(int count) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> messages.size() >= count);
        }

        @Override
        public void received(byte[] message) {
            messages.add(new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void up() {
            ups.incrementAndGet();
        }

        @Override
        public void down(String reason) {
            troubles.add(reason);
        }
    }
}
