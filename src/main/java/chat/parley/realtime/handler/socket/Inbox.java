package chat.parley.realtime.handler.socket;

import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Handshake;
import chat.parley.realtime.service.Ticket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection's frames that wait for their turn. They are handled one after the other, which keeps a client's sends
 * in order; answers that take time do not hold the next frame up until too many are open. While the client does not
 * read what it is sent, nothing more of it is worked on; while much waits, nothing more of it is read.
 */
final class Inbox {
    private static final int RESTS = 3;
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Connection connection;
    private final InboxLimits limits;
    private final FrameBudget budget;
    private final Ticket ticket;
    private final Handshake handshake = new Handshake();
    private volatile Flow flow = on -> {};
    private int protocolErrors;

    // Nothing of this is there while the connection is idle.
    private @Nullable ArrayDeque<ClientFrame> waiting;
    private @Nullable Set<Long> unanswered;
    private int inFlight;
    private boolean working;
    private boolean stalled;
    private boolean paused;
    private boolean deaf;

    Inbox(Connection connection, InboxLimits limits, Ticket ticket) {
        this.connection = connection;
        this.limits = limits;
        this.budget = new FrameBudget(limits.framesPerSecond());
        this.ticket = ticket;
    }

    /** What may wait and be open at once. */
    record InboxLimits(int maxWaiting, int maxInFlight, int framesPerSecond) {}

    /** The tap of the socket. Any thread. */
    interface Flow {
        void reading(boolean on);
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

    void controls(Flow socket) {
        flow = socket;
    }

    /** How often the client may speak; for the event loop only. */
    FrameBudget budget() {
        return budget;
    }

    /** How far the connection is, if its format begins with a handshake; for whoever works the queue. */
    Handshake handshake() {
        return handshake;
    }

    synchronized Arrival arrive(ClientFrame frame) {
        ArrayDeque<ClientFrame> queue = waiting == null ? new ArrayDeque<>(4) : waiting;
        waiting = queue;
        if (queue.size() >= limits.maxWaiting()) {
            return Arrival.FULL;
        }
        queue.add(frame);
        if (!paused && queue.size() > limits.maxWaiting() / 2) {
            paused = true;
            flow.reading(false);
        }
        return start() ? Arrival.START : Arrival.QUEUED;
    }

    /** Reads nothing more, for good: what a client goes on to send before it is cut off stays with it. */
    synchronized void turnDeaf() {
        deaf = true;
        flow.reading(false);
    }

    /** There is room again for answers; true if somebody has to start working the queue. */
    synchronized boolean resume() {
        stalled = false;
        return waiting != null && start();
    }

    private boolean start() {
        boolean starts = !working && !stalled;
        working |= starts;
        return starts;
    }

    /** The next frame; null ends the work until another one arrives, or until the client reads its answers. */
    synchronized @Nullable ClientFrame next() {
        noteSession();
        stalled = connection.isBackedUp();
        ClientFrame frame = waiting == null || stalled || connection.isClosed() ? null : waiting.poll();
        working = frame != null;
        if (waiting != null && waiting.size() <= limits.maxWaiting() / 4) {
            continueReading();
        }
        return frame;
    }

    private void continueReading() {
        if (paused && !deaf) {
            paused = false;
            // As it was not listened to, it could not be heard.
            connection.progressed();
            flow.reading(true);
        }
        if (waiting != null && waiting.isEmpty()) {
            waiting = null;
        }
    }

    private void noteSession() {
        if (connection.session() != null) {
            ticket.sessionOpened();
        }
    }

    /** Remembers a request until {@link #answered}; false if its id is taken. Waits while too many are open. */
    synchronized boolean begin(long id) throws InterruptedException {
        Set<Long> open = unanswered == null ? new HashSet<>(4) : unanswered;
        unanswered = open;
        if (!open.add(id)) {
            return false;
        }
        while (inFlight >= limits.maxInFlight()) {
            wait();
        }
        inFlight++;
        return true;
    }

    synchronized void answered(long id) {
        inFlight--;
        notifyAll();
        if (unanswered != null && unanswered.remove(id) && unanswered.isEmpty()) {
            unanswered = null;
        }
    }

    /**
     * Who has asked for much more than may be open at once lets the others go first, and rests for several times as long
     * as the last request took.
     */
    void rest(long workedNanos) throws InterruptedException {
        if (isCrowded()) {
            Thread.sleep(Duration.ofNanos(Math.min(RESTS * workedNanos, LONGEST_REST_NANOS)));
        }
    }

    private synchronized boolean isCrowded() {
        return waiting != null && waiting.size() > limits.maxInFlight();
    }

    synchronized int countProtocolError() {
        return ++protocolErrors;
    }
}
