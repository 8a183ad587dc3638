package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The three questions a batch asks, one query each however many messages it has. */
@ApplicationScoped
class BatchReads {
    private final MessageRows rows;

    BatchReads(MessageRows rows) {
        this.rows = rows;
    }

    /** In the order of the ids, as everybody locks rooms, so that two batches cannot wait for each other. */
    Map<RoomId, LockedRoom> lockRooms(Connection connection, List<LogEntry> batch) throws SQLException {
        List<RoomId> ids = batch.stream()
                .map(entry -> entry.message().seat().roomId())
                .distinct()
                .sorted()
                .toList();
        String sql = "SELECT id, last_seq, last_rev, read_only, join_policy FROM rooms WHERE id IN ("
                + places(ids.size(), "?") + ") AND deleted_at IS NULL ORDER BY id FOR UPDATE";
        Map<RoomId, LockedRoom> rooms = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                select.setLong(i + 1, ids.get(i).value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    RoomId id = new RoomId(row.getLong("id"));
                    LogNumbers numbers = new LogNumbers(id, row.getLong("last_seq"), row.getLong("last_rev"));
                    boolean open = "open".equals(row.getString("join_policy"));
                    rooms.put(id, new LockedRoom(numbers, row.getBoolean("read_only"), open));
                }
            }
        }
        return rooms;
    }

    Set<Seat> members(Connection connection, List<LogEntry> batch) throws SQLException {
        Set<Seat> asked = batch.stream().map(entry -> entry.message().seat()).collect(Collectors.toSet());
        String sql = "SELECT room_id, user_id FROM room_members WHERE (room_id, user_id) IN ("
                + places(asked.size(), "(?, ?)") + ")";
        Set<Seat> members = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            for (Seat seat : asked) {
                select.setLong(i++, seat.roomId().value());
                select.setLong(i++, seat.userId().value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(new Seat(new RoomId(row.getLong(1)), new UserId(row.getLong(2))));
                }
            }
        }
        return members;
    }

    Map<ClientKey, Message> stored(Connection connection, List<LogEntry> batch) throws SQLException {
        Set<ClientKey> asked =
                batch.stream().map(entry -> ClientKey.of(entry.message())).collect(Collectors.toSet());
        String sql = "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE (m.user_id, m.client_id) IN ("
                + places(asked.size(), "(?, ?)") + ")";
        Map<ClientKey, Message> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            for (ClientKey key : asked) {
                select.setLong(i++, key.userId().value());
                select.setBytes(i++, MessageRows.bytes(key.clientId()));
            }
            for (Message message : rows.all(select)) {
                if (message.clientId() != null) {
                    stored.put(new ClientKey(message.userId(), message.clientId()), message);
                }
            }
        }
        return stored;
    }

    private static String places(int count, String place) {
        return String.join(", ", Collections.nCopies(count, place));
    }
}
