package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessagePage;
import chat.parley.message.model.NewestChanges;
import chat.parley.message.port.MessageQueries;
import chat.parley.message.port.OwnMessages;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.sql.UuidColumn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Range scans of the clustered key: the cost of a page does not depend on how deep it lies. */
@ApplicationScoped
class JdbcMessageQueries implements MessageQueries, OwnMessages {
    private static final String SELECT = "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE m.room_id = ? ";
    private static final String BY_AUTHOR = "SELECT " + MessageRows.COLUMNS
            + " FROM messages m WHERE m.user_id = ? AND m.client_id > ? ORDER BY m.client_id LIMIT ?";
    private static final UUID LEAST = new UUID(0, 0);
    private static final String PRUNED_REV = "SELECT pruned_rev FROM rooms WHERE id = ?";
    private static final String UNREAD_OF_ONE_ROOM = """
            (SELECT ? AS room_id, COUNT(*) AS number FROM (
                SELECT 1 FROM messages
                WHERE room_id = ? AND seq > ? AND user_id <> ? AND content_type NOT IN ('SYSTEM', 'RECALLED')
                LIMIT ?) AS counted)""";

    // What calls everybody and the reader as well counts once. Who is kept apart from an author by a block was not
    // called
    // by name; of everybody, they are left out here.
    private static final String MENTIONS_OF_ONE_ROOM = """
            (SELECT ? AS room_id, COUNT(*) AS number FROM (
                SELECT DISTINCT n.seq FROM message_mentions n
                JOIN messages m ON m.room_id = n.room_id AND m.seq = n.seq
                WHERE n.room_id = ? AND n.seq > ? AND m.user_id <> ? AND (n.user_id = ? OR n.user_id = 0
                    AND NOT EXISTS (SELECT 1 FROM user_blocks b WHERE b.user_id = ? AND b.blocked_id = m.user_id)
                    AND NOT EXISTS (SELECT 1 FROM user_blocks b WHERE b.user_id = m.user_id AND b.blocked_id = ?))
                LIMIT ?) AS counted)""";

    private final DataSource database;
    private final MessageRows rows;
    private final Counter queries;

    JdbcMessageQueries(DataSource database, MessageRows rows, MeterRegistry registry) {
        this.database = database;
        this.rows = rows;
        this.queries = Counter.builder("parley.message.queries")
                .description("How often the log was read from the database instead of from memory")
                .register(registry);
    }

    @Override
    public MessagePage history(RoomId roomId, HistoryRequest request) {
        int limit = request.limit();
        if (request.after() != null) {
            return cut(scan(roomId, "AND m.seq > ? ORDER BY m.seq ASC LIMIT ?", request.after(), limit + 1), limit);
        }
        if (request.around() != null) {
            return around(roomId, request.around(), limit);
        }
        long before = request.before() == null ? Long.MAX_VALUE : request.before();
        MessagePage backwards =
                cut(scan(roomId, "AND m.seq < ? ORDER BY m.seq DESC LIMIT ?", before, limit + 1), limit);
        return new MessagePage(backwards.messages().reversed(), backwards.hasMore());
    }

    // The middle message counts to the later half; both halves say whether there is more, and either is enough.
    private MessagePage around(RoomId roomId, long middle, int limit) {
        int older = limit / 2;
        MessagePage earlier = history(roomId, new HistoryRequest(middle, null, null, Math.max(1, older)));
        MessagePage later = history(roomId, new HistoryRequest(null, middle - 1, null, limit - older));
        List<Message> both = new ArrayList<>(older == 0 ? List.of() : earlier.messages());
        both.addAll(later.messages());
        return new MessagePage(both, earlier.hasMore() || later.hasMore());
    }

    private static MessagePage cut(List<Message> oneMore, int limit) {
        boolean hasMore = oneMore.size() > limit;
        return new MessagePage(hasMore ? oneMore.subList(0, limit) : oneMore, hasMore);
    }

    private List<Message> scan(RoomId roomId, String range, long from, int limit) {
        return query(SELECT + range, select -> {
            select.setLong(1, roomId.value());
            select.setLong(2, from);
            select.setInt(3, limit);
            return rows.all(select);
        });
    }

    @Override
    public List<Message> changedSince(RoomId roomId, long rev, int limit) {
        return scan(roomId, "AND m.rev > ? ORDER BY m.rev ASC LIMIT ?", rev, limit);
    }

    @Override
    public Map<RoomId, Long> lastRevs(Collection<RoomId> rooms) {
        String marks = String.join(", ", Collections.nCopies(rooms.size(), "?"));
        String sql = "SELECT id, last_rev FROM rooms WHERE deleted_at IS NULL AND id IN (" + marks + ")";
        return query(sql, select -> {
            int i = 1;
            for (RoomId room : rooms) {
                select.setLong(i++, room.value());
            }
            Map<RoomId, Long> revs = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    revs.put(new RoomId(row.getLong("id")), row.getLong("last_rev"));
                }
            }
            return revs;
        });
    }

    @Override
    public NewestChanges newestChanges(RoomId roomId, long afterRev, int limit) {
        List<Message> newest = scan(roomId, "AND m.rev > ? ORDER BY m.rev DESC LIMIT ?", afterRev, limit);
        return new NewestChanges(newest.reversed(), prunedRev(roomId));
    }

    private long prunedRev(RoomId roomId) {
        return query(PRUNED_REV, select -> {
            select.setLong(1, roomId.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public Map<RoomId, Message> at(Map<RoomId, Long> seqs) {
        String places = String.join(", ", Collections.nCopies(seqs.size(), "(?, ?)"));
        String sql = "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE (m.room_id, m.seq) IN (" + places + ")";
        return query(sql, select -> {
            int i = 1;
            for (var place : seqs.entrySet()) {
                select.setLong(i++, place.getKey().value());
                select.setLong(i++, place.getValue());
            }
            Map<RoomId, Message> found = new HashMap<>();
            rows.all(select).forEach(message -> found.put(message.roomId(), message));
            return found;
        });
    }

    @Override
    public List<Message> at(RoomId roomId, Collection<Long> seqs) {
        String marks = String.join(", ", Collections.nCopies(seqs.size(), "?"));
        return query(SELECT + "AND m.seq IN (" + marks + ") ORDER BY m.seq", select -> {
            select.setLong(1, roomId.value());
            int i = 2;
            for (long seq : seqs) {
                select.setLong(i++, seq);
            }
            return rows.all(select);
        });
    }

    @Override
    public Map<RoomId, Integer> unread(UserId reader, Map<RoomId, Position> rooms, int limit) {
        return count(UNREAD_OF_ONE_ROOM, List.of(reader.value()), rooms, limit);
    }

    @Override
    public Map<RoomId, Integer> mentions(UserId reader, Map<RoomId, Position> rooms, int limit) {
        return count(MENTIONS_OF_ONE_ROOM, Collections.nCopies(4, reader.value()), rooms, limit);
    }

    private Map<RoomId, Integer> count(String ofOne, List<Long> who, Map<RoomId, Position> rooms, int limit) {
        return query(String.join("\nUNION ALL\n", Collections.nCopies(rooms.size(), ofOne)), select -> {
            int i = 1;
            for (var room : rooms.entrySet()) {
                select.setLong(i++, room.getKey().value());
                select.setLong(i++, room.getKey().value());
                select.setLong(i++, room.getValue().readSeq());
                for (long user : who) {
                    select.setLong(i++, user);
                }
                select.setInt(i++, limit);
            }
            return counts(select);
        });
    }

    @Override
    public List<Message> page(UserId author, @Nullable UUID after, int limit) {
        return query(BY_AUTHOR, select -> {
            select.setLong(1, author.value());
            select.setBytes(2, UuidColumn.bytes(after == null ? LEAST : after));
            select.setInt(3, limit);
            return rows.all(select);
        });
    }

    private static Map<RoomId, Integer> counts(PreparedStatement select) throws SQLException {
        Map<RoomId, Integer> counts = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (row.getInt("number") > 0) {
                    counts.put(new RoomId(row.getLong("room_id")), row.getInt("number"));
                }
            }
        }
        return counts;
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T query(String sql, Query<T> query) {
        queries.increment();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
