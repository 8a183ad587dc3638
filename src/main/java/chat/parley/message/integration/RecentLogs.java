package chat.parley.message.integration;

import chat.parley.message.model.RecentLog;
import chat.parley.room.RoomId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Logs by room, within a bound of bytes: when it is passed, the rooms go that nobody needed for longest. */
final class RecentLogs {
    /** So much is freed at once that it is not done again and again. */
    private static final double KEPT_SHARE = 0.9;

    private final long maxBytes;
    private final Map<RoomId, Kept> rooms = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock evicting = new ReentrantLock();

    RecentLogs(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    private static final class Kept {
        private final RecentLog log;
        private volatile long usedAt = System.nanoTime();

        Kept(RecentLog log) {
            this.log = log;
        }
    }

    private record Place(RoomId roomId, long unusedNanos) {}

    long bytes() {
        return bytes.get();
    }

    int size() {
        return rooms.size();
    }

    @Nullable
    RecentLog get(RoomId roomId) {
        Kept kept = rooms.get(roomId);
        if (kept == null) {
            return null;
        }
        kept.usedAt = System.nanoTime();
        return kept.log;
    }

    /** Puts what the function makes of the present log, null if there is none; one at a time for each room. */
    RecentLog update(RoomId roomId, Function<@Nullable RecentLog, RecentLog> change) {
        Kept kept = rooms.compute(roomId, (room, before) -> {
            RecentLog log = change.apply(before == null ? null : before.log);
            bytes.addAndGet(log.bytes() - (before == null ? 0 : before.log.bytes()));
            return new Kept(log);
        });
        if (bytes.get() > maxBytes && evicting.tryLock()) {
            try {
                evict();
            } finally {
                evicting.unlock();
            }
        }
        return kept.log;
    }

    private void evict() {
        long now = System.nanoTime();
        List<Place> longestUnused = rooms.entrySet().stream()
                .map(entry -> new Place(entry.getKey(), now - entry.getValue().usedAt))
                .sorted(Comparator.comparingLong(Place::unusedNanos).reversed())
                .toList();
        for (Place place : longestUnused) {
            if (bytes.get() <= maxBytes * KEPT_SHARE) {
                return;
            }
            rooms.computeIfPresent(place.roomId(), (room, kept) -> {
                bytes.addAndGet(-kept.log.bytes());
                return null;
            });
        }
    }
}
