package chat.parley.message.repository;

import chat.parley.room.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Hands out the next numbers of one room, whose row the transaction holds locked. */
final class LogNumbers {
    private static final String UPDATE = "UPDATE rooms SET last_seq = ?, last_rev = ? WHERE id = ?";

    private final RoomId roomId;
    private long lastSeq;
    private long lastRev;

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

    long nextRev() {
        return ++lastRev;
    }

    void store(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, lastSeq);
            update.setLong(2, lastRev);
            update.setLong(3, roomId.value());
            update.executeUpdate();
        }
    }
}
