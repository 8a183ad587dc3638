package chat.parley.message.repository;

import chat.parley.message.model.NewMessage;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what one connection says in a room in order, also when something fails. A message that its sender may repeat
 * holds back those that the same connection sent behind it, until it is repeated: stored before it, they would stand in
 * the wrong order for good. A sender that does not repeat it is held back for a moment only.
 */
@ApplicationScoped
class SendOrder {
    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int SWEEP_ABOVE = 10_000;

    private final Map<Stream, Failed> failed = new ConcurrentHashMap<>();

    private record Stream(String connectionId, RoomId roomId) {}

    private record Failed(UUID clientId, long since) {
        boolean isOver(long now) {
            return now - since > HOLD_NANOS;
        }
    }

    /** The message was refused, and may be repeated. Where one holds already, it goes on holding. */
    void failed(NewMessage message) {
        if (message.connectionId() == null) {
            return;
        }
        long now = System.nanoTime();
        if (failed.size() > SWEEP_ABOVE) {
            failed.values().removeIf(hold -> hold.isOver(now));
        }
        failed.merge(
                stream(message, message.connectionId()),
                new Failed(message.clientId(), now),
                (old, fresh) -> old.isOver(now) || old.clientId().equals(fresh.clientId()) ? fresh : old);
    }

    /** The message is on its way (again); if it held others back, it does no longer. */
    void begins(NewMessage message) {
        if (!failed.isEmpty() && message.connectionId() != null) {
            failed.computeIfPresent(
                    stream(message, message.connectionId()),
                    (stream, hold) -> hold.clientId().equals(message.clientId()) ? null : hold);
        }
    }

    /** Whether another message has to be repeated first. */
    boolean holdsBack(NewMessage message) {
        if (failed.isEmpty() || message.connectionId() == null) {
            return false;
        }
        Failed hold = failed.get(stream(message, message.connectionId()));
        return hold != null && !hold.clientId().equals(message.clientId()) && !hold.isOver(System.nanoTime());
    }

    private static Stream stream(NewMessage message, String connectionId) {
        return new Stream(connectionId, message.seat().roomId());
    }
}
