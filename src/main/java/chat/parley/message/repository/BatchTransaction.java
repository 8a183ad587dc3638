package chat.parley.message.repository;

import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one batch does inside its transaction: lock the rooms, see who may write, find what is stored already, number
 * and insert the rest. The locks come first, so that everything read after them is still true at the commit.
 */
@ApplicationScoped
class BatchTransaction {
    private final BatchReads reads;
    private final MessageRows rows;

    BatchTransaction(BatchReads reads, MessageRows rows) {
        this.reads = reads;
        this.rows = rows;
    }

    /** Returns what to tell each sender once the transaction is committed, in the order of the entries. */
    List<Runnable> run(Connection connection, List<LogEntry> batch) throws SQLException {
        Map<RoomId, LockedRoom> rooms = reads.lockRooms(connection, batch);
        Set<Seat> members = reads.members(connection, batch);
        Map<ClientKey, Message> stored = reads.stored(connection, batch);

        List<Message> inserts = new ArrayList<>(batch.size());
        List<Runnable> outcomes = new ArrayList<>(batch.size());
        for (LogEntry entry : batch) {
            outcomes.add(decide(entry, rooms, members, stored, inserts));
        }
        insert(connection, inserts);
        storeNumbers(connection, rooms, inserts);
        return outcomes;
    }

    private static Runnable decide(
            LogEntry entry,
            Map<RoomId, LockedRoom> rooms,
            Set<Seat> members,
            Map<ClientKey, Message> stored,
            List<Message> inserts) {
        NewMessage message = entry.message();
        LockedRoom room = rooms.get(message.seat().roomId());
        Message known = stored.get(ClientKey.of(message));
        ErrorCode refusal = refusal(message, room, members.contains(message.seat()), known);
        if (refusal != null || room == null) {
            ParleyException reason = ParleyException.of(refusal == null ? RoomError.NOT_FOUND : refusal);
            return () -> entry.outcome().completeExceptionally(reason);
        }
        if (known != null) {
            return () -> entry.outcome().complete(new Appended(known, true));
        }
        Message numbered = MessageRows.text(
                message, room.numbers().nextSeq(), room.numbers().nextRev());
        // The same key again, further down in this very batch, is a repeat too.
        stored.put(ClientKey.of(message), numbered);
        inserts.add(numbered);
        return () -> entry.outcome().complete(new Appended(numbered, false));
    }

    private static @Nullable ErrorCode refusal(
            NewMessage message, @Nullable LockedRoom room, boolean member, @Nullable Message known) {
        if (room == null || !member && !room.open()) {
            return RoomError.NOT_FOUND;
        }
        if (!member) {
            return RoomError.NOT_A_MEMBER;
        }
        if (known != null) {
            return known.roomId().equals(message.seat().roomId()) ? null : MessageError.CLIENT_ID_ELSEWHERE;
        }
        if (room.readOnly()) {
            return RoomError.READ_ONLY;
        }
        Long reply = message.replySeq();
        return reply != null && reply > room.numbers().lastSeq() ? MessageError.NOT_FOUND : null;
    }

    private void insert(Connection connection, List<Message> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(MessageRows.INSERT)) {
            for (Message message : messages) {
                rows.bind(insert, message);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void storeNumbers(Connection connection, Map<RoomId, LockedRoom> rooms, List<Message> inserts)
            throws SQLException {
        Map<RoomId, LogNumbers> advanced = new HashMap<>();
        inserts.forEach(message -> {
            LockedRoom room = rooms.get(message.roomId());
            if (room != null) {
                advanced.put(message.roomId(), room.numbers());
            }
        });
        for (LogNumbers numbers : advanced.values()) {
            numbers.store(connection);
        }
    }
}
