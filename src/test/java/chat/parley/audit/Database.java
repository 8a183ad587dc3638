package chat.parley.audit;

import chat.parley.audit.StoredRoom.StoredMessage;
import chat.parley.audit.client.Row;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the database holds, past the servers. */
final class Database {
    private Database() {}

    /** The last change of every room. */
    static Map<String, Long> revs(Connection connection) throws SQLException {
        Map<String, Long> revs = new LinkedHashMap<>();
        try (ResultSet row =
                connection.createStatement().executeQuery("SELECT id, last_rev FROM rooms WHERE deleted_at IS NULL")) {
            while (row.next()) {
                revs.put(row.getString(1), row.getLong(2));
            }
        }
        return revs;
    }

    /** All of these rooms. */
    static Map<String, StoredRoom> read(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, StoredRoom> rooms = new LinkedHashMap<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery(
                        "SELECT id, name, member_count, last_seq, last_rev FROM rooms" + " WHERE deleted_at IS NULL")) {
            while (row.next()) {
                rooms.put(
                        row.getString(1),
                        new StoredRoom(
                                row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)));
            }
        }
        rooms.keySet().retainAll(ids);
        readMembers(connection, rooms);
        readMessages(connection, rooms);
        readReactions(connection, rooms);
        return rooms;
    }

    private static void readMembers(Connection connection, Map<String, StoredRoom> rooms) throws SQLException {
        try (ResultSet row =
                connection.createStatement().executeQuery("SELECT room_id, user_id, read_seq FROM room_members")) {
            while (row.next()) {
                StoredRoom room = rooms.get(row.getString(1));
                if (room != null) {
                    room.readSeqs().put(row.getString(2), row.getLong(3));
                }
            }
        }
    }

    private static void readMessages(Connection connection, Map<String, StoredRoom> rooms) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT room_id, seq, rev, user_id, content_type, text_message, reply_seq, client_id,"
                        + " (SELECT COUNT(*) FROM message_versions v WHERE v.room_id = m.room_id AND v.seq = m.seq)"
                        + " FROM messages m ORDER BY room_id, seq")) {
            while (row.next()) {
                StoredMessage message = new StoredMessage(
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        Objects.requireNonNullElse(row.getString(6), ""),
                        row.getLong(7),
                        uuid(row.getBytes(8)),
                        row.getInt(9),
                        new TreeSet<>());
                StoredRoom room = rooms.get(row.getString(1));
                if (room != null) {
                    room.messages().put(message.seq(), message);
                }
            }
        }
    }

    private static void readReactions(Connection connection, Map<String, StoredRoom> rooms) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT room_id, seq, emoji, user_id FROM message_reactions")) {
            while (row.next()) {
                StoredRoom room = rooms.get(row.getString(1));
                if (room != null) {
                    room.messages()
                            .get(row.getLong(2))
                            .reactions()
                            .add(Row.reaction(row.getString(3), row.getString(4)));
                }
            }
        }
    }

    private static String uuid(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}
