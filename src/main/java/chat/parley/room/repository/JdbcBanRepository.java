package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Ban;
import chat.parley.room.port.BanRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcBanRepository implements BanRepository {
    private static final String INSERT =
            "INSERT INTO room_bans (room_id, user_id, banned_by, reason, created_at) VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM room_bans WHERE room_id = ? AND user_id = ?";
    private static final String SELECT =
            "SELECT room_id, user_id, banned_by, reason, created_at FROM room_bans WHERE room_id = ? AND ";

    private final Sql sql;

    JdbcBanRepository(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Ban ban) {
        return sql.insert(
                INSERT,
                Arrays.asList(
                        ban.roomId().value(),
                        ban.userId().value(),
                        ban.bannedBy().value(),
                        ban.reason(),
                        LocalDateTime.ofInstant(ban.createdAt(), ZoneOffset.UTC)));
    }

    @Override
    public boolean remove(Seat seat) {
        return sql.update(DELETE, List.of(seat.roomId().value(), seat.userId().value())) == 1;
    }

    @Override
    public Optional<Ban> find(Seat seat) {
        List<Long> parameters = List.of(seat.roomId().value(), seat.userId().value());
        return sql.query(SELECT + "user_id = ?", parameters, JdbcBanRepository::toBan).stream()
                .findFirst();
    }

    @Override
    public Set<UserId> among(RoomId roomId, Collection<UserId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        List<Long> parameters = Stream.concat(
                        Stream.of(roomId.value()), users.stream().map(UserId::value))
                .toList();
        return new HashSet<>(sql.query(
                SELECT + "user_id IN (" + Sql.marks(users) + ")",
                parameters,
                row -> new UserId(row.getLong("user_id"))));
    }

    @Override
    public List<Ban> page(RoomId roomId, @Nullable UserId after, int limit) {
        List<Object> parameters = List.of(roomId.value(), after == null ? 0L : after.value(), limit);
        return sql.query(SELECT + "user_id > ? ORDER BY user_id LIMIT ?", parameters, JdbcBanRepository::toBan);
    }

    private static Ban toBan(ResultSet row) throws SQLException {
        return new Ban(
                new RoomId(row.getLong("room_id")),
                new UserId(row.getLong("user_id")),
                new UserId(row.getLong("banned_by")),
                row.getString("reason"),
                Sql.instant(row, "created_at"));
    }
}
