package chat.parley.message.repository;

import chat.parley.message.MessageError;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Hands out the next numbers of one room, whose row the transaction holds locked. */
public final class LogNumbers {
    private static final String LOCK = "SELECT last_seq, last_rev FROM rooms WHERE id = ? FOR UPDATE";
    private static final String UPDATE = "UPDATE rooms SET last_seq = ?, last_rev = ? WHERE id = ?";

    private final RoomId roomId;
    private long lastSeq;
    private long lastRev;

    /**
     * Waits for the room's row and holds it until the end of the transaction.
     *
     * @throws ParleyException {@code message.not_found} if there is no such room
     */
    public static LogNumbers lock(Connection connection, RoomId roomId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setLong(1, roomId.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw ParleyException.of(MessageError.NOT_FOUND);
                }
                return new LogNumbers(roomId, row.getLong(1), row.getLong(2));
            }
        }
    }

    LogNumbers(RoomId roomId, long lastSeq, long lastRev) {
        this.roomId = roomId;
        this.lastSeq = lastSeq;
        this.lastRev = lastRev;
    }

    long lastSeq() {
        return lastSeq;
    }

    long nextSeq() {
        return ++lastSeq;
    }

    public long nextRev() {
        return ++lastRev;
    }

    /** Writes down what was handed out. */
    public void store(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, lastSeq);
            update.setLong(2, lastRev);
            update.setLong(3, roomId.value());
            update.executeUpdate();
        }
    }
}
