package chat.parley.message.integration;

import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import chat.parley.message.model.NewestChanges;
import chat.parley.message.model.RecentLog;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.MessageQueries;
import chat.parley.message.port.RecentMessages;
import chat.parley.room.RoomId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the newest entries of rooms in memory, and fills what is missing from the database. */
@ApplicationScoped
class InMemoryRecentMessages implements RecentMessages {
    /** A first look fetches at least so many, for others will have missed a little more. */
    private static final int FIRST_LOAD = 128;

    private final MessageQueries messages;
    private final int maxSync;
    private final int kept;
    private final RecentLogs logs;
    private final SingleFlight<RoomId, RecentLog> loads = new SingleFlight<>();

    InMemoryRecentMessages(MessageQueries messages, MessageConfig config, MeterRegistry registry) {
        this.messages = messages;
        this.maxSync = config.syncMaxEntries();
        // One more than a sync answers: whoever is not within it missed too much, and that is an answer as well.
        this.kept = maxSync + 1;
        this.logs = new RecentLogs(config.recentMaxBytes());
        registry.gauge("parley.message.recent.bytes", logs, RecentLogs::bytes);
        registry.gauge("parley.message.recent.rooms", logs, RecentLogs::size);
    }

    @Override
    public RecentLog log(RoomId roomId, long sinceRev, long lastRev) {
        RecentLog log = logs.get(roomId);
        while (log == null || !answers(log, sinceRev, lastRev)) {
            log = loads.get(roomId, () -> load(roomId, sinceRev, lastRev));
        }
        return log;
    }

    private boolean answers(RecentLog log, long sinceRev, long lastRev) {
        return log.rev() >= lastRev && log.reaches(sinceRev, maxSync);
    }

    private RecentLog load(RoomId roomId, long sinceRev, long lastRev) {
        // Another load may have ended between the caller's look and this one's beginning.
        RecentLog known = logs.get(roomId);
        if (known != null && answers(known, sinceRev, lastRev)) {
            return known;
        }
        long after = known != null && known.rev() < lastRev && known.reaches(sinceRev, maxSync) ? known.rev() : 0;
        boolean little = known == null && lastRev - sinceRev < FIRST_LOAD;
        int limit = Math.min(little ? FIRST_LOAD : kept, kept);
        RecentLog loaded = read(roomId, after, limit, lastRev);
        return logs.update(roomId, log -> log == null ? loaded : log.merge(loaded, kept));
    }

    private RecentLog read(RoomId roomId, long after, int limit, long lastRev) {
        NewestChanges newest = messages.newestChanges(roomId, after, limit);
        List<Message> rows = newest.messages();
        // Read after lastRev was, so it accounts for that one whatever the rows are.
        long rev = Math.max(lastRev, rows.isEmpty() ? 0 : rows.getLast().rev());
        long floor = rows.size() < limit ? after : rows.getFirst().rev() - 1;
        floor = Math.max(floor, newest.prunedRev());
        return after == 0 && rows.size() < limit ? RecentLog.whole(floor, rev, rows) : RecentLog.of(floor, rev, rows);
    }

    @Override
    public Optional<RecentLog> known(RoomId roomId, long lastRev) {
        return Optional.ofNullable(logs.get(roomId)).filter(log -> log.rev() >= lastRev);
    }

    @Override
    public void remember(List<Message> committed) {
        Map<RoomId, List<Message>> byRoom = new LinkedHashMap<>();
        committed.forEach(message -> byRoom.computeIfAbsent(message.roomId(), room -> new ArrayList<>(4))
                .add(message));
        byRoom.forEach((room, entries) -> logs.update(
                room, log -> log == null ? RecentLog.beginningWith(entries, kept) : log.plus(entries, kept)));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesCommitted event) {
        remember(event.messages());
    }
}
