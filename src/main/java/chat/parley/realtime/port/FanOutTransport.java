package chat.parley.realtime.port;

import chat.parley.realtime.Topic;
import java.util.concurrent.CompletionStage;

/**
 * Carries messages between nodes: at most once, and in order from one node to another while nothing breaks. Nothing
 * here blocks; any thread. What breaks is told to the {@link Listener}, and the transport mends itself.
 */
public interface FanOutTransport {
    /** Whether there can be other nodes at all; if not, nothing needs to be written for them. */
    boolean hasPeers();

    /** Whether messages come and go at this moment. */
    boolean isUp();

    /** Begins to listen. Called once. */
    void start(Listener listener);

    void stop();

    /** To the nodes that serve the topic; this one may get it too. */
    void publish(Topic topic, byte[] message);

    /** To all nodes; this one may get it too. */
    void broadcast(byte[] message);

    /**
     * Asks for what others publish to the topic, until {@link #leave}. When the stage completes, whatever is published
     * from then on arrives. It fails if the transport is down; the topic is then asked for when it is up again.
     */
    CompletionStage<Void> serve(Topic topic);

    void leave(Topic topic);

    /** Who receives. Its methods are called one at a time and must not block. */
    interface Listener {
        void received(byte[] message);

        /** Messages come and go, from all topics that are served. */
        void up();

        /** Messages got lost, or may have been. */
        void down(String reason);
    }
}
