package chat.parley.bench.golden;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.IntToLongFunction;

/**
 * Puts the messages into the log, as if they had been said one every millisecond: round about in all rooms, a few of
 * them recalled, and some in rooms that the reader is not in.
 */
final class GoldenRooms {
    private static final int BATCH = 1_000;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private final int rooms;
    private final int readable;
    private final IntToLongFunction roomIds;
    private final long author;

    /** @param readable of the rooms, those that the reader is in: the first ones */
    GoldenRooms(int rooms, int readable, IntToLongFunction roomIds, long author) {
        this.rooms = rooms;
        this.readable = readable;
        this.roomIds = roomIds;
        this.author = author;
    }

    void fill(Connection db, GoldenTexts texts, GoldenOracle oracle, int messages, int before) throws SQLException {
        db.setAutoCommit(false);
        try (PreparedStatement insert = db.prepareStatement(
                "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < messages; i++) {
                String text = texts.text(i);
                boolean recalled = i % 97 == 5;
                oracle.add(recalled || room(i) >= readable ? null : text);
                insert.setLong(1, roomIds.applyAsLong(room(i)));
                insert.setLong(2, seq(i, before));
                insert.setLong(3, seq(i, before));
                insert.setLong(4, author);
                insert.setString(5, recalled ? "RECALLED" : "TEXT");
                insert.setString(6, recalled ? null : text);
                insert.setTimestamp(7, Timestamp.from(FIRST.plusMillis(i)));
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == messages - 1) {
                    insert.executeBatch();
                    db.commit();
                }
            }
        }
        advance(db, messages, before);
        db.setAutoCommit(true);
    }

    private void advance(Connection db, int messages, int before) throws SQLException {
        try (PreparedStatement update =
                db.prepareStatement("UPDATE rooms SET last_seq = ?, last_rev = ? WHERE id = ?")) {
            for (int room = 0; room < rooms; room++) {
                long last = before + (messages - room + rooms - 1) / rooms;
                update.setLong(1, last);
                update.setLong(2, last);
                update.setLong(3, roomIds.applyAsLong(room));
                update.addBatch();
            }
            update.executeBatch();
            db.commit();
        }
    }

    private int room(int message) {
        return message % rooms;
    }

    private long seq(int message, int before) {
        return before + 1 + message / rooms;
    }

    /** The number of the message at a place. */
    int message(int room, long seq, int before) {
        return (int) (seq - before - 1) * rooms + room;
    }
}
