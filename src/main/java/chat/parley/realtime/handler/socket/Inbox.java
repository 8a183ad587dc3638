package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Handshake;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection's frames that wait for their turn. They are handled one after the other, which keeps a client's sends
 * in order; answers that take time do not hold the next frame up until too many are open.
 */
final class Inbox {
    private final Connection connection;
    private final int maxWaiting;
    private final Semaphore inFlight;
    private final Set<Long> unanswered = ConcurrentHashMap.newKeySet(4);
    private final AtomicInteger protocolErrors = new AtomicInteger();
    private final ArrayDeque<ClientFrame> waiting = new ArrayDeque<>(4);
    private final Handshake handshake = new Handshake();
    private boolean working;

    Inbox(Connection connection, int maxWaiting, int maxInFlight) {
        this.connection = connection;
        this.maxWaiting = maxWaiting;
        this.inFlight = new Semaphore(maxInFlight);
    }

    enum Arrival {
        QUEUED,
        /** Queued, and somebody has to start working the queue. */
        START,
        FULL
    }

    Connection connection() {
        return connection;
    }

    /** How far the connection is, if its format begins with a handshake; for whoever works the queue. */
    Handshake handshake() {
        return handshake;
    }

    synchronized Arrival arrive(ClientFrame frame) {
        if (waiting.size() >= maxWaiting) {
            return Arrival.FULL;
        }
        waiting.add(frame);
        if (working) {
            return Arrival.QUEUED;
        }
        working = true;
        return Arrival.START;
    }

    /** The next frame; null ends the work until another one arrives. */
    synchronized @Nullable ClientFrame next() {
        ClientFrame frame = connection.isClosed() ? null : waiting.poll();
        working = frame != null;
        return frame;
    }

    /** Remembers a request until {@link #answered}; false if its id is taken. Waits while too many are open. */
    boolean begin(long id) throws InterruptedException {
        if (!unanswered.add(id)) {
            return false;
        }
        inFlight.acquire();
        return true;
    }

    void answered(long id) {
        unanswered.remove(id);
        inFlight.release();
    }

    int countProtocolError() {
        return protocolErrors.incrementAndGet();
    }
}
