package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.ChannelType;
import chat.parley.room.JoinPolicy;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.WritePolicy;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import chat.parley.room.model.RoomSummary;
import chat.parley.room.model.Standing;
import chat.parley.room.port.RoomQueries;
import chat.parley.shared.batch.BatchLoader;
import chat.parley.shared.batch.BatchLoaders;
import chat.parley.shared.id.WireEnum;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plain SQL, because it must see counters that no entity carries. */
@ApplicationScoped
class JdbcRoomQueries implements RoomQueries {
    private static final String COLUMNS = """
            SELECT r.id, r.name, r.topic, r.image, r.channel_type, r.join_policy, r.write_policy, r.retention_days,
                   r.direct_key, r.read_only, r.member_count, r.first_seq, r.last_seq, r.last_rev, r.created_by,
                   r.created_at, m.role, m.read_seq, m.notify
            """;
    private static final String FOR_READER = COLUMNS + """
                    FROM rooms r LEFT JOIN room_members m ON m.room_id = r.id AND m.user_id = ?
                    WHERE r.deleted_at IS NULL
                    """;
    private static final ListStatement MINE = new ListStatement(COLUMNS + """
                    , m.user_id FROM room_members m JOIN rooms r ON r.id = m.room_id
                    WHERE r.deleted_at IS NULL AND m.user_id IN (""", "?", ")");
    private static final String STANDING_COLUMNS = """
            SELECT r.id, r.channel_type, r.join_policy, r.read_only, r.last_seq, r.last_rev, r.first_seq,
                   r.pruned_rev, m.role, m.read_seq
            """;
    private static final ListStatement STANDINGS = new ListStatement(STANDING_COLUMNS + """
            , m.user_id FROM room_members m JOIN rooms r ON r.id = m.room_id
            WHERE r.deleted_at IS NULL AND (m.room_id, m.user_id) IN (""", "(?, ?)", ")");
    private static final String STANDING = STANDING_COLUMNS + """
            FROM rooms r LEFT JOIN room_members m ON m.room_id = r.id AND m.user_id = ?
            WHERE r.id = ? AND r.deleted_at IS NULL""";
    private static final String NOT_BANNED =
            " AND NOT EXISTS (SELECT 1 FROM room_bans b WHERE b.room_id = r.id AND b.user_id = ?)";
    private static final ListStatement SEATS = new ListStatement("""
            SELECT m.room_id, m.user_id FROM room_members m JOIN rooms r ON r.id = m.room_id
            WHERE r.deleted_at IS NULL AND m.user_id IN (""", "?", ")");

    private final Sql sql;

    // What every session begins with.
    private final BatchLoader<Seat, Standing> standings;
    private final BatchLoader<UserId, List<RoomSummary>> summaries;
    private final BatchLoader<UserId, Set<RoomId>> ids;

    JdbcRoomQueries(Sql sql, BatchLoaders loaders) {
        this.sql = sql;
        this.standings = loaders.of(this::standingsNow);
        this.summaries = loaders.of(this::summariesNow);
        this.ids = loaders.of(this::idsNow);
    }

    @Override
    public Optional<Standing> standing(Seat seat) {
        return sql
                .query(STANDING, List.of(seat.userId().value(), seat.roomId().value()), JdbcRoomQueries::toStanding)
                .stream()
                .findFirst();
    }

    @Override
    public Map<RoomId, Standing> standings(UserId member, Collection<RoomId> rooms) {
        Set<Seat> seats = rooms.stream().map(room -> new Seat(room, member)).collect(Collectors.toSet());
        Map<RoomId, Standing> found = new HashMap<>();
        standings.load(seats).forEach((seat, standing) -> found.put(seat.roomId(), standing));
        return found;
    }

    private Map<Seat, Standing> standingsNow(Set<Seat> seats) {
        List<Seat> asked = ListStatement.padded(seats);
        List<Long> parameters = asked.stream()
                .flatMap(seat -> Stream.of(seat.roomId().value(), seat.userId().value()))
                .toList();
        Map<Seat, Standing> found = new HashMap<>();
        sql.query(
                        STANDINGS.text(asked.size()),
                        parameters,
                        row -> Map.entry(
                                new Seat(new RoomId(row.getLong("id")), new UserId(row.getLong("user_id"))),
                                toStanding(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public Optional<RoomSummary> room(Seat reader) {
        List<Long> parameters = List.of(reader.userId().value(), reader.roomId().value());
        return sql.query(FOR_READER + " AND r.id = ?", parameters, JdbcRoomQueries::toSummary).stream()
                .findFirst();
    }

    @Override
    public List<RoomSummary> mine(UserId user) {
        return summaries.load(user).orElse(List.of());
    }

    private Map<UserId, List<RoomSummary>> summariesNow(Set<UserId> members) {
        return byMember(MINE, members, JdbcRoomQueries::toSummary, Collectors.toList());
    }

    @Override
    public Set<RoomId> ids(UserId member) {
        return ids.load(member).orElse(Set.of());
    }

    @Override
    public Map<UserId, Set<RoomId>> ids(Collection<UserId> members) {
        return ids.load(Set.copyOf(members));
    }

    private Map<UserId, Set<RoomId>> idsNow(Set<UserId> members) {
        return byMember(SEATS, members, row -> new RoomId(row.getLong("room_id")), Collectors.toSet());
    }

    private <T, C> Map<UserId, C> byMember(
            ListStatement statement, Set<UserId> members, Sql.Row<T> mapping, Collector<T, ?, C> collecting) {
        List<Long> asked =
                ListStatement.padded(members.stream().map(UserId::value).toList());
        return sql
                .query(
                        statement.text(asked.size()),
                        asked,
                        row -> Map.entry(new UserId(row.getLong("user_id")), mapping.read(row)))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, collecting)));
    }

    @Override
    public List<RoomSummary> open(UserId reader, @Nullable String name, @Nullable RoomId before, int limit) {
        StringBuilder statement = new StringBuilder(FOR_READER)
                .append(" AND r.join_policy = ? AND r.channel_type = ?")
                .append(NOT_BANNED);
        List<Object> parameters = new ArrayList<>(
                List.of(reader.value(), JoinPolicy.OPEN.wireName(), ChannelType.PUBLIC.name(), reader.value()));
        if (name != null) {
            statement.append(" AND r.name LIKE ? ESCAPE '!'");
            parameters.add(Sql.containing(name));
        }
        if (before != null) {
            statement.append(" AND r.id < ?");
            parameters.add(before.value());
        }
        parameters.add(limit);
        return sql.query(
                statement.append(" ORDER BY r.id DESC LIMIT ?").toString(), parameters, JdbcRoomQueries::toSummary);
    }

    private static Standing toStanding(ResultSet row) throws SQLException {
        boolean direct = ChannelType.valueOf(row.getString("channel_type")) == ChannelType.PRIVATE;
        boolean open = WireEnum.parse(JoinPolicy.class, row.getString("join_policy")) == JoinPolicy.OPEN;
        return new Standing(
                open,
                direct,
                row.getBoolean("read_only"),
                role(row),
                row.getLong("read_seq"),
                row.getLong("last_seq"),
                row.getLong("last_rev"),
                row.getLong("first_seq"),
                row.getLong("pruned_rev"));
    }

    private static RoomSummary toSummary(ResultSet row) throws SQLException {
        return new RoomSummary(
                toRoom(row),
                row.getInt("member_count"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getLong("last_rev"),
                role(row),
                row.getLong("read_seq"),
                notify(row));
    }

    private static Room toRoom(ResultSet row) throws SQLException {
        @Nullable String key = row.getString("direct_key");
        return new Room(
                new RoomId(row.getLong("id")),
                row.getString("name"),
                row.getString("topic"),
                row.getString("image"),
                WireEnum.parse(JoinPolicy.class, row.getString("join_policy")),
                WireEnum.parse(WritePolicy.class, row.getString("write_policy")),
                row.getObject("retention_days", Integer.class),
                key == null ? null : DirectKey.parse(key),
                row.getBoolean("read_only"),
                new UserId(row.getLong("created_by")),
                Sql.instant(row, "created_at"));
    }

    private static @Nullable NotifyLevel notify(ResultSet row) throws SQLException {
        @Nullable String level = row.getString("notify");
        return level == null ? null : WireEnum.parse(NotifyLevel.class, level);
    }

    private static @Nullable Role role(ResultSet row) throws SQLException {
        @Nullable String role = row.getString("role");
        return role == null ? null : WireEnum.parse(Role.class, role);
    }
}
