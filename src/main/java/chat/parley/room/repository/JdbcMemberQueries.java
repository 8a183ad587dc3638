package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.model.Member;
import chat.parley.room.model.MemberPosition;
import chat.parley.room.port.MemberQueries;
import chat.parley.shared.id.WireEnum;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into {@code users} for the names alone: a page in the order of names can be cut nowhere but where names and
 * members meet.
 */
@ApplicationScoped
class JdbcMemberQueries implements MemberQueries {
    private static final String COLUMNS = "SELECT m.user_id, m.role, m.read_seq, m.joined_at FROM room_members m ";
    private static final String RANK = "FIELD(m.role, 'creator', 'admin', 'member')";
    private static final String READ_SEQS =
            "SELECT user_id, read_seq FROM room_members WHERE room_id = ? ORDER BY read_seq DESC, user_id LIMIT ?";

    private static final String SHARING = """
            SELECT DISTINCT other.user_id
            FROM room_members mine
            JOIN rooms r ON r.id = mine.room_id AND r.deleted_at IS NULL
            JOIN room_members other ON other.room_id = mine.room_id
            WHERE mine.user_id = ? AND other.user_id IN""";

    private final Sql sql;

    JdbcMemberQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Member> page(RoomId roomId, @Nullable String name, @Nullable MemberPosition after, int limit) {
        StringBuilder statement =
                new StringBuilder(COLUMNS).append("JOIN users u ON u.id = m.user_id WHERE m.room_id = ?");
        List<Object> parameters = new ArrayList<>(List.of(roomId.value()));
        if (name != null) {
            statement.append(" AND (u.display_name LIKE ? ESCAPE '!' OR u.username LIKE ? ESCAPE '!')");
            parameters.addAll(List.of(Sql.containing(name), Sql.containing(name)));
        }
        if (after != null) {
            statement.append(" AND (").append(RANK).append(", u.display_name, m.user_id) > (?, ?, ?)");
            parameters.addAll(
                    List.of(rank(after.role()), after.name(), after.userId().value()));
        }
        statement.append(" ORDER BY ").append(RANK).append(", u.display_name, m.user_id LIMIT ?");
        parameters.add(limit);
        return sql.query(statement.toString(), parameters, JdbcMemberQueries::toMember);
    }

    @Override
    public List<Member> among(RoomId roomId, Collection<UserId> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<Long> parameters = Stream.concat(
                        Stream.of(roomId.value()), users.stream().map(UserId::value))
                .toList();
        return sql.query(
                COLUMNS + "WHERE m.room_id = ? AND m.user_id IN (" + Sql.marks(users) + ")",
                parameters,
                JdbcMemberQueries::toMember);
    }

    @Override
    public Map<UserId, String> named(RoomId roomId, Collection<String> usernames) {
        List<Object> parameters = new ArrayList<>(usernames);
        parameters.add(roomId.value());
        Map<UserId, String> named = new LinkedHashMap<>();
        sql.query(
                        "SELECT u.id, u.username FROM users u JOIN room_members m ON m.user_id = u.id"
                                + " WHERE u.username IN (" + Sql.marks(usernames) + ") AND m.room_id = ?",
                        parameters,
                        row -> Map.entry(new UserId(row.getLong("id")), row.getString("username")))
                .forEach(found -> named.put(found.getKey(), found.getValue()));
        return named;
    }

    @Override
    public Set<UserId> sharingARoom(UserId user, Collection<UserId> users) {
        List<Long> parameters = Stream.concat(
                        Stream.of(user.value()), users.stream().map(UserId::value))
                .toList();
        return new HashSet<>(sql.query(
                SHARING + "(" + Sql.marks(users) + ")", parameters, row -> new UserId(row.getLong("user_id"))));
    }

    @Override
    public Map<UserId, Long> readSeqs(RoomId roomId, int limit) {
        Map<UserId, Long> positions = new LinkedHashMap<>();
        sql.query(READ_SEQS, List.of(roomId.value(), limit), JdbcMemberQueries::toPosition)
                .forEach(position -> positions.put(position.getKey(), position.getValue()));
        return positions;
    }

    private static int rank(Role role) {
        return switch (role) {
            case CREATOR -> 1;
            case ADMIN -> 2;
            case MEMBER -> 3;
        };
    }

    private static Map.Entry<UserId, Long> toPosition(ResultSet row) throws SQLException {
        return Map.entry(new UserId(row.getLong("user_id")), row.getLong("read_seq"));
    }

    private static Member toMember(ResultSet row) throws SQLException {
        return new Member(
                new UserId(row.getLong("user_id")),
                WireEnum.parse(Role.class, row.getString("role")),
                row.getLong("read_seq"),
                Sql.instant(row, "joined_at"));
    }
}
