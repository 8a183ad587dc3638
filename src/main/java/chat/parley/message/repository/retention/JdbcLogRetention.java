package chat.parley.message.repository.retention;

import chat.parley.message.port.LogRetention;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Works on the start of the clustered key, far from where the log's writer adds to its end. */
@ApplicationScoped
class JdbcLogRetention implements LogRetention {
    private static final String LIMITED =
            "SELECT id FROM rooms WHERE retention_days IS NOT NULL AND id > ? ORDER BY id LIMIT ?";
    // The days are read under the lock: the creator may have changed them since the room was found.
    private static final String LOCK = "SELECT first_seq, retention_days FROM rooms WHERE id = ? FOR UPDATE";
    private static final String OLDEST =
            "SELECT seq, rev, created_at FROM messages WHERE room_id = ? AND seq >= ? ORDER BY seq LIMIT ?";
    // What hangs on the messages goes with them.
    private static final List<String> DELETIONS = Stream.of(
                    "message_versions",
                    "message_reactions",
                    "message_mentions",
                    "message_pins",
                    "message_media",
                    "messages",
                    // behind the messages, as the indexer locks them
                    "message_search")
            .map(table -> "DELETE FROM " + table + " WHERE room_id = ? AND seq BETWEEN ? AND ?")
            .toList();
    private static final String MOVE =
            "UPDATE rooms SET first_seq = ?, pruned_rev = GREATEST(pruned_rev, ?) WHERE id = ?";

    private final DataSource database;

    JdbcLogRetention(DataSource database) {
        this.database = database;
    }

    private record Start(long firstSeq, int days) {}

    private record Prefix(long lastSeq, long maxRev) {}

    @Override
    public List<RoomId> limited(@Nullable RoomId after, int limit) {
        return with(LIMITED, select -> {
            select.setLong(1, after == null ? 0 : after.value());
            select.setInt(2, limit);
            List<RoomId> rooms = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rooms.add(new RoomId(row.getLong(1)));
                }
            }
            return rooms;
        });
    }

    @Override
    public OptionalLong trim(RoomId roomId, Instant now, int limit) {
        return lock(roomId)
                .flatMap(start -> tooOld(roomId, start, now, limit).map(prefix -> remove(roomId, start, prefix)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Optional<Start> lock(RoomId roomId) {
        return with(LOCK, select -> {
            select.setLong(1, roomId.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || row.getObject(2) == null) {
                    return Optional.<Start>empty();
                }
                return Optional.of(new Start(row.getLong(1), row.getInt(2)));
            }
        });
    }

    /** Stops at the first that is young enough, so that the log never gets a hole. */
    private Optional<Prefix> tooOld(RoomId roomId, Start start, Instant now, int limit) {
        Instant keptSince = now.minus(Duration.ofDays(start.days()));
        return with(OLDEST, select -> {
            select.setLong(1, roomId.value());
            select.setLong(2, start.firstSeq());
            select.setInt(3, limit);
            Prefix prefix = null;
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && createdAt(row).isBefore(keptSince)) {
                    long maxRev = prefix == null ? 0 : prefix.maxRev();
                    prefix = new Prefix(row.getLong(1), Math.max(maxRev, row.getLong(2)));
                }
            }
            return Optional.ofNullable(prefix);
        });
    }

    private long remove(RoomId roomId, Start start, Prefix prefix) {
        for (String deletion : DELETIONS) {
            with(deletion, delete -> {
                delete.setLong(1, roomId.value());
                delete.setLong(2, start.firstSeq());
                delete.setLong(3, prefix.lastSeq());
                return delete.executeUpdate();
            });
        }
        long firstSeq = prefix.lastSeq() + 1;
        with(MOVE, update -> {
            update.setLong(1, firstSeq);
            update.setLong(2, prefix.maxRev());
            update.setLong(3, roomId.value());
            return update.executeUpdate();
        });
        return firstSeq;
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    // Inside a transaction the pool hands out its connection, and closing it only gives it back.
    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
