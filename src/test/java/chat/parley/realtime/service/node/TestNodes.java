package chat.parley.realtime.service.node;

import chat.parley.realtime.Topic;
import chat.parley.realtime.port.FanOutTransport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bus without other nodes. */
public final class TestNodes {
    private TestNodes() {}

    public static NodeBus alone(Clock clock) {
        Alone transport = new Alone();
        return new NodeBus(transport, new NodeMetrics(new SimpleMeterRegistry(), transport), () -> 42, clock);
    }

    private static final class Alone implements FanOutTransport {
        @Override
        public boolean hasPeers() {
            return false;
        }

        @Override
        public boolean isUp() {
            return true;
        }

        @Override
        public void start(Listener listener) {}

        @Override
        public void stop() {}

        @Override
        public void publish(Topic topic, byte[] message) {}

        @Override
        public void broadcast(byte[] message) {}

        @Override
        public CompletionStage<Void> serve(Topic topic) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void leave(Topic topic) {}
    }
}
