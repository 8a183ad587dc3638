package chat.parley.audit.client;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client still has to send, in order. Up to a window of it is on its way at once; what was lost or sent back
 * goes first again.
 */
final class SendQueue {
    private final List<Outgoing> all = new ArrayList<>();
    private final LinkedList<Outgoing> open = new LinkedList<>();
    private final int window;
    private int inFlight;
    private volatile int wanted;
    private volatile int settled;

    SendQueue(int window) {
        this.window = window;
    }

    void add(String roomId, long plannedAt, boolean calm) {
        Outgoing message = new Outgoing(roomId, all.size(), plannedAt, calm);
        all.add(message);
        open.add(message);
        wanted = all.size();
    }

    /** Everything there ever was, in order. */
    List<Outgoing> all() {
        return all;
    }

    int wanted() {
        return wanted;
    }

    /** How many, from the first on, are acknowledged or refused. */
    int settled() {
        return settled;
    }

    @Nullable
    Outgoing next() {
        if (inFlight >= window) {
            return null;
        }
        return open.stream()
                .filter(message -> !message.isInFlight())
                .findFirst()
                .orElse(null);
    }

    void transmitted(Outgoing message) {
        message.transmitted();
        inFlight++;
    }

    void acknowledged(Outgoing message, long seq) {
        message.acknowledged(seq);
        done(message);
    }

    void refused(Outgoing message, String code) {
        message.refused(code);
        done(message);
    }

    void sentBack(Outgoing message) {
        inFlight--;
        int newest = open.stream()
                .filter(Outgoing::isInFlight)
                .mapToInt(Outgoing::order)
                .max()
                .orElse(message.order());
        message.sentBack(newest);
    }

    void lost(Outgoing message) {
        inFlight--;
        message.lost();
    }

    private void done(Outgoing message) {
        inFlight--;
        open.remove(message);
        settled = open.isEmpty() ? all.size() : open.getFirst().order();
    }
}
