package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.WritePolicy;
import chat.parley.shared.id.WireEnum;
import chat.parley.shared.sql.ListStatement;
import chat.parley.shared.sql.UuidColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions a batch asks, one query each however many messages it has. */
@ApplicationScoped
class BatchReads {
    // The index is named because a small table may look cheaper to scan, and a scan would lock every room.
    private static final String ROOMS =
            "SELECT id, last_seq, last_rev, read_only, join_policy, write_policy FROM rooms FORCE INDEX (PRIMARY) WHERE id IN (";
    private static final String LIVING = ") AND deleted_at IS NULL";
    private static final ListStatement LOCK = new ListStatement(ROOMS, "?", LIVING + " ORDER BY id FOR UPDATE");
    private static final ListStatement LOCK_FREE =
            new ListStatement(ROOMS, "?", LIVING + " ORDER BY id FOR UPDATE SKIP LOCKED");
    private static final ListStatement LOOK = new ListStatement(ROOMS, "?", LIVING);
    private static final ListStatement MEMBERS = new ListStatement(
            "SELECT room_id, user_id, role FROM room_members WHERE (room_id, user_id) IN (", "(?, ?)", ")");
    private static final ListStatement STORED = new ListStatement(
            "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE (m.user_id, m.client_id) IN (", "(?, ?)", ")");

    private final MessageRows rows;

    BatchReads(MessageRows rows) {
        this.rows = rows;
    }

    /** In the order of the ids, as everybody locks rooms, so that two batches cannot wait for each other. */
    Map<RoomId, LockedRoom> lockRooms(Connection connection, Collection<RoomId> ids) throws SQLException {
        return rooms(connection, LOCK, ids);
    }

    /** Those that nobody else holds at the moment; waits for none. */
    Map<RoomId, LockedRoom> lockFreeRooms(Connection connection, Collection<RoomId> ids) throws SQLException {
        return rooms(connection, LOCK_FREE, ids);
    }

    /** Those that exist; locks none. */
    Set<RoomId> existing(Connection connection, Collection<RoomId> ids) throws SQLException {
        return ids.isEmpty() ? Set.of() : rooms(connection, LOOK, ids).keySet();
    }

    private static Map<RoomId, LockedRoom> rooms(Connection connection, ListStatement statement, Collection<RoomId> ids)
            throws SQLException {
        List<RoomId> sorted = ids.stream().distinct().sorted().toList();
        int size = ListStatement.sizeFor(sorted.size());
        Map<RoomId, LockedRoom> rooms = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(statement.text(size))) {
            for (int i = 0; i < size; i++) {
                select.setLong(i + 1, sorted.get(Math.min(i, sorted.size() - 1)).value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    RoomId id = new RoomId(row.getLong(1));
                    LogNumbers numbers = new LogNumbers(id, row.getLong(2), row.getLong(3));
                    rooms.put(id, locked(numbers, row));
                }
            }
        }
        return rooms;
    }

    private static LockedRoom locked(LogNumbers numbers, ResultSet row) throws SQLException {
        WritePolicy writePolicy = WireEnum.parse(WritePolicy.class, row.getString(6));
        return new LockedRoom(numbers, row.getBoolean(4), "open".equals(row.getString(5)), writePolicy);
    }

    /** The roles of those authors who are members. */
    Map<Seat, Role> roles(Connection connection, List<LogEntry> batch) throws SQLException {
        Set<Seat> distinct = HashSet.newHashSet(batch.size());
        batch.forEach(entry -> distinct.add(entry.message().seat()));
        List<Seat> asked = new ArrayList<>(distinct);
        int size = ListStatement.sizeFor(asked.size());
        Map<Seat, Role> roles = HashMap.newHashMap(asked.size());
        try (PreparedStatement select = connection.prepareStatement(MEMBERS.text(size))) {
            for (int i = 0; i < size; i++) {
                Seat seat = asked.get(Math.min(i, asked.size() - 1));
                select.setLong(2 * i + 1, seat.roomId().value());
                select.setLong(2 * i + 2, seat.userId().value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Seat seat = new Seat(new RoomId(row.getLong(1)), new UserId(row.getLong(2)));
                    roles.put(seat, WireEnum.parse(Role.class, row.getString(3)));
                }
            }
        }
        return roles;
    }

    /** The messages that were stored under these keys. */
    Map<ClientKey, Message> stored(Connection connection, Collection<ClientKey> keys) throws SQLException {
        Map<ClientKey, Message> stored = new HashMap<>();
        if (keys.isEmpty()) {
            return stored;
        }
        List<ClientKey> asked = List.copyOf(Set.copyOf(keys));
        int size = ListStatement.sizeFor(asked.size());
        try (PreparedStatement select = connection.prepareStatement(STORED.text(size))) {
            for (int i = 0; i < size; i++) {
                ClientKey key = asked.get(Math.min(i, asked.size() - 1));
                select.setLong(2 * i + 1, key.userId().value());
                select.setBytes(2 * i + 2, UuidColumn.bytes(key.clientId()));
            }
            for (Message message : rows.all(select)) {
                if (message.clientId() != null) {
                    stored.put(new ClientKey(message.userId(), message.clientId()), message);
                }
            }
        }
        return stored;
    }
}
