package chat.parley.message.service.retention;

import chat.parley.message.model.LogTrimmed;
import chat.parley.message.port.LogRetention;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Removes messages that a room has kept for long enough. Where a log starts is written together with the removal, and
 * everything that answers from a log reads that number: nobody is told a part of what changed.
 */
@ApplicationScoped
public class RetentionService {
    private static final int ROOMS = 100;
    private static final int MESSAGES = 500;

    private final LogRetention logs;
    private final Event<LogTrimmed> trimmed;
    private final Clock clock;

    RetentionService(LogRetention logs, Event<LogTrimmed> trimmed, Clock clock) {
        this.logs = logs;
        this.trimmed = trimmed;
        this.clock = clock;
    }

    /** The next rooms whose messages are kept for a limited time; empty behind the last one. */
    @Transactional
    public List<RoomId> rooms(@Nullable RoomId after) {
        return logs.limited(after, ROOMS);
    }

    /**
     * Removes some, few enough that whoever writes into the room hardly waits.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean trimSome(RoomId room) {
        OptionalLong firstSeq = logs.trim(room, clock.instant(), MESSAGES);
        firstSeq.ifPresent(seq -> trimmed.fire(new LogTrimmed(room, seq)));
        return firstSeq.isPresent();
    }
}
