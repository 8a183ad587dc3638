package chat.parley.realtime.integration;

import chat.parley.realtime.Topic;
import chat.parley.realtime.port.FanOutTransport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Nodes that live in one process. A server without Redis is the only one on its hub, and nothing is ever carried. */
final class InProcessFanOutTransport implements FanOutTransport {
    private final Hub hub;
    private final Set<Topic> served = ConcurrentHashMap.newKeySet();
    private volatile boolean up;

    InProcessFanOutTransport(Hub hub) {
        this.hub = hub;
    }

    /** Where the nodes meet. */
    static final class Hub {
        private final List<Node> nodes = new CopyOnWriteArrayList<>();
    }

    private record Node(InProcessFanOutTransport transport, Listener listener) {}

    @Override
    public boolean hasPeers() {
        return hub.nodes.size() > 1;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public void start(Listener listener) {
        hub.nodes.add(new Node(this, listener));
        up = true;
        listener.up();
    }

    @Override
    public void stop() {
        up = false;
        hub.nodes.removeIf(node -> node.transport == this);
    }

    @Override
    public void publish(Topic topic, byte[] message) {
        hub.nodes.stream()
                .filter(node -> node.transport.served.contains(topic))
                .forEach(node -> node.listener.received(message));
    }

    @Override
    public void broadcast(byte[] message) {
        hub.nodes.forEach(node -> node.listener.received(message));
    }

    @Override
    public CompletionStage<Void> serve(Topic topic) {
        served.add(topic);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void leave(Topic topic) {
        served.remove(topic);
    }
}
