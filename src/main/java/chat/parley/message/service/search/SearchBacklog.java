package chat.parley.message.service.search;

import chat.parley.message.model.search.IndexPace.Load;
import chat.parley.room.RoomId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rooms whose latest changes the search does not know yet, as far as this node has heard. Any thread. */
@ApplicationScoped
public class SearchBacklog {
    // Long enough that people who come back after an interruption are not taken for nobody.
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int CROWD = 12;
    private static final double REMEMBERED = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<RoomId> rooms = new LinkedHashSet<>();
    private boolean woken;
    private volatile long heardAt = System.nanoTime() - QUIET_NANOS;

    // Messages in a transaction, on average of the latest. Threads that store at the same time may lose each other's
    // part.
    private volatile double together = 1;

    SearchBacklog(MeterRegistry registry) {
        registry.gauge("parley.search.rooms.waiting", this, SearchBacklog::size);
    }

    /** One transaction stored so many messages in these rooms just now. */
    public void heard(Collection<RoomId> spoken, int messages) {
        heardAt = System.nanoTime();
        together += (messages - together) / REMEMBERED;
        add(spoken);
    }

    /** What goes on at present on this node. Messages share a transaction when they had to wait for one. */
    public Load load() {
        if (System.nanoTime() - heardAt >= QUIET_NANOS) {
            return Load.QUIET;
        }
        return together >= CROWD ? Load.CROWD : Load.TALK;
    }

    public void add(Collection<RoomId> more) {
        lock.lock();
        try {
            if (rooms.addAll(more)) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when rooms wait, or after this time, or when the one who waits is woken. */
    public void await(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (rooms.isEmpty() && !woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits for rooms, now or next, waits no longer. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Those that wait for longest; none if none does. */
    public List<RoomId> take(int limit) {
        lock.lock();
        try {
            List<RoomId> first = new ArrayList<>(rooms.stream().limit(limit).toList());
            first.forEach(rooms::remove);
            return first;
        } finally {
            lock.unlock();
        }
    }

    private double size() {
        lock.lock();
        try {
            return rooms.size();
        } finally {
            lock.unlock();
        }
    }
}
