package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.message.model.Appended;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.port.RoomLog;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** The log in MySQL. New messages go through the {@link LogWriter}; everything rarer joins its caller's transaction. */
@ApplicationScoped
class JdbcRoomLog implements RoomLog {
    private final LogWriter writer;
    private final DataSource database;
    private final MessageRows rows;

    JdbcRoomLog(LogWriter writer, DataSource database, MessageRows rows) {
        this.writer = writer;
        this.database = database;
        this.rows = rows;
    }

    @Override
    public CompletionStage<Appended> append(NewMessage message) {
        return writer.append(message);
    }

    @Override
    public Message record(RoomId roomId, UserId actor, SystemNotice notice, Instant at) {
        return inTransaction(connection -> {
            LogNumbers numbers = LogNumbers.lock(connection, roomId);
            long seq = numbers.nextSeq();
            Message message = new Message(
                    roomId,
                    seq,
                    numbers.nextRev(),
                    actor,
                    ContentType.SYSTEM,
                    null,
                    notice,
                    null,
                    null,
                    null,
                    at,
                    null);
            try (PreparedStatement insert = connection.prepareStatement(MessageRows.INSERT)) {
                rows.bind(insert, 0, message);
                insert.executeUpdate();
            }
            numbers.store(connection);
            return message;
        });
    }

    @Override
    public void hold(RoomId roomId) {
        String sql = "SELECT id FROM rooms WHERE id = ? FOR UPDATE";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, roomId.value());
            select.executeQuery().close();
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    @Override
    public Message lock(RoomId roomId, long seq) {
        return inTransaction(connection -> {
            // A locking read sees what was committed while this transaction waited for the room.
            String sql =
                    "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE m.room_id = ? AND m.seq = ? FOR UPDATE";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, roomId.value());
                select.setLong(2, seq);
                List<Message> found = rows.all(select);
                if (found.isEmpty()) {
                    throw ParleyException.of(MessageError.NOT_FOUND);
                }
                return found.getFirst();
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        Message run(Connection connection) throws SQLException;
    }

    // Inside a transaction the pool hands out its connection, and closing it only gives it back.
    private Message inTransaction(Work work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
