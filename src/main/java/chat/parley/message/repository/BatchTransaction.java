package chat.parley.message.repository;

import chat.parley.media.Attachment;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.repository.media.Claim;
import chat.parley.message.repository.media.PostedMedia;
import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one batch does inside its transaction: lock the rooms, see who may write, number and insert. The locks come
 * first, so that everything read after them is still true at the commit.
 *
 * <p>Repeats are rare, and the unique key finds them anyway. So what looks new is inserted without asking first; only
 * when the database answers that a key is taken, the batch is run again and asks for all of them.
 */
@ApplicationScoped
class BatchTransaction {
    private final BatchReads reads;
    private final BatchWrites writes;

    BatchTransaction(BatchReads reads, BatchWrites writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * How to run it.
     *
     * @param lookForRepeats ask for all keys before anything is inserted
     * @param waitForRooms wait for rooms that others hold; if not, their entries are deferred
     */
    record Mode(boolean lookForRepeats, boolean waitForRooms) {}

    /** What will be true once the transaction is committed. */
    record Result(List<Message> inserted, List<Outcome> outcomes, List<LogEntry> deferred) {}

    private record Situation(
            Map<RoomId, LockedRoom> rooms,
            Set<RoomId> busy,
            Map<Seat, Role> roles,
            Map<Claim, Attachment> files,
            Map<ClientKey, Message> stored) {}

    Result run(Connection connection, List<LogEntry> batch, Mode mode) throws SQLException {
        Situation situation = look(connection, batch, mode);
        List<Message> inserted = new ArrayList<>(batch.size());
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<LogEntry> deferred = new ArrayList<>(0);
        for (LogEntry entry : batch) {
            if (situation.busy().contains(entry.roomId())) {
                deferred.add(entry);
            } else {
                outcomes.add(decide(entry, situation, inserted));
            }
        }
        writes.insert(connection, inserted);
        writes.advance(connection, inserted);
        return new Result(inserted, outcomes, deferred);
    }

    private Situation look(Connection connection, List<LogEntry> batch, Mode mode) throws SQLException {
        Set<RoomId> ids = new HashSet<>();
        batch.forEach(entry -> ids.add(entry.roomId()));
        Map<RoomId, LockedRoom> rooms =
                mode.waitForRooms() ? reads.lockRooms(connection, ids) : reads.lockFreeRooms(connection, ids);
        ids.removeAll(rooms.keySet());
        Set<RoomId> busy = mode.waitForRooms() ? Set.of() : reads.existing(connection, ids);
        Map<Seat, Role> roles = reads.roles(connection, batch);
        Map<Claim, Attachment> files = PostedMedia.claimable(connection, claims(batch));
        var situation = new Situation(rooms, busy, roles, files, new HashMap<>());
        List<ClientKey> doubtful = batch.stream()
                .map(LogEntry::message)
                .filter(message -> mode.lookForRepeats() || refusal(message, situation) != null)
                .map(ClientKey::of)
                .toList();
        situation.stored().putAll(reads.stored(connection, doubtful));
        return situation;
    }

    private static Set<Claim> claims(List<LogEntry> batch) {
        Set<Claim> claims = HashSet.newHashSet(0);
        for (LogEntry entry : batch) {
            MediaId file = entry.message().mediaId();
            if (file != null) {
                claims.add(claim(entry.message(), file));
            }
        }
        return claims;
    }

    private static Claim claim(NewMessage message, MediaId file) {
        return new Claim(file, message.seat().userId());
    }

    private static Outcome decide(LogEntry entry, Situation situation, List<Message> inserted) {
        NewMessage message = entry.message();
        ClientKey key = ClientKey.of(message);
        Message known = situation.stored().get(key);
        if (known != null) {
            // What was stored stays the answer, whatever has become of the room or the sender's seat in it.
            return known.roomId().equals(message.seat().roomId())
                    ? Outcome.stored(entry, new Appended(known, true))
                    : refused(entry, MessageError.CLIENT_ID_ELSEWHERE);
        }
        ErrorCode refusal = refusal(message, situation);
        LockedRoom room = situation.rooms().get(message.seat().roomId());
        if (refusal != null || room == null) {
            return refused(entry, refusal == null ? RoomError.NOT_FOUND : refusal);
        }
        Attachment file = message.mediaId() == null ? null : situation.files().get(claim(message, message.mediaId()));
        Message numbered = MessageRows.numbered(
                message, file, room.numbers().nextSeq(), room.numbers().nextRev());
        // The same key again, further down in this very batch, is a repeat too.
        situation.stored().put(key, numbered);
        inserted.add(numbered);
        return Outcome.stored(entry, new Appended(numbered, false));
    }

    private static Outcome refused(LogEntry entry, ErrorCode code) {
        return Outcome.refused(entry, ParleyException.of(code));
    }

    private static @Nullable ErrorCode refusal(NewMessage message, Situation situation) {
        Seat seat = message.seat();
        LockedRoom room = situation.rooms().get(seat.roomId());
        Role role = situation.roles().get(seat);
        if (room == null || role == null && !room.open()) {
            return RoomError.NOT_FOUND;
        }
        if (role == null) {
            return RoomError.NOT_A_MEMBER;
        }
        if (room.readOnly()) {
            return RoomError.READ_ONLY;
        }
        if (!room.writePolicy().allows(role)) {
            return RoomError.WRITE_RESTRICTED;
        }
        if (message.mediaId() != null && !situation.files().containsKey(claim(message, message.mediaId()))) {
            return MediaError.NOT_FOUND;
        }
        Long reply = message.replySeq();
        return reply != null && reply > room.numbers().lastSeq() ? MessageError.NOT_FOUND : null;
    }
}
