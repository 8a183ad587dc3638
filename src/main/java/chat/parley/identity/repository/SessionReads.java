package chat.parley.identity.repository;

import chat.parley.identity.Permission;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.shared.batch.BatchLoader;
import chat.parley.shared.batch.BatchLoaders;
import chat.parley.shared.id.WireEnum;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The two questions that every session begins with, each one statement. When thousands of clients come back at once,
 * asking them through Hibernate took half of all the time, and asking for each alone most of the rest.
 */
@ApplicationScoped
class SessionReads {
    private static final ListStatement ALIVE = new ListStatement(
            "SELECT s.id, s.expires_at FROM user_sessions s"
                    + " JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL"
                    + " WHERE s.revoked_at IS NULL AND s.id IN (",
            "?",
            ")");
    private static final ListStatement PROFILES = new ListStatement(
            "SELECT id, username, display_name, bio, qq, wechat, github, permission, image, created_at, deleted_at"
                    + " FROM users WHERE id IN (",
            "?",
            ")");

    private final DataSource database;
    private final BatchLoader<SessionId, Instant> ends;
    private final BatchLoader<UserId, UserProfile> profiles;

    SessionReads(DataSource database, BatchLoaders loaders) {
        this.database = database;
        this.ends = loaders.of(this::endsNow);
        this.profiles = loaders.of(this::profilesNow);
    }

    /** Those of the sessions that are neither revoked nor expired, and whose account is not disabled. */
    Set<SessionId> alive(Set<SessionId> ids, Instant now) {
        Map<SessionId, Instant> found = ends.load(ids);
        found.values().removeIf(end -> !end.isAfter(now));
        return found.keySet();
    }

    private Map<SessionId, Instant> endsNow(Set<SessionId> ids) {
        List<Long> asked =
                ListStatement.padded(ids.stream().map(SessionId::value).toList());
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALIVE.text(asked.size()))) {
            bind(select, asked);
            Map<SessionId, Instant> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new SessionId(row.getLong("id")), instant(row, "expires_at"));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<UserId, UserProfile> profiles(Set<UserId> ids) {
        return profiles.load(ids);
    }

    private Map<UserId, UserProfile> profilesNow(Set<UserId> ids) {
        List<Long> asked = ListStatement.padded(ids.stream().map(UserId::value).toList());
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PROFILES.text(asked.size()))) {
            bind(select, asked);
            Map<UserId, UserProfile> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UserId id = new UserId(row.getLong("id"));
                    found.put(id, profile(id, row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement select, List<Long> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            select.setLong(i + 1, values.get(i));
        }
    }

    private static UserProfile profile(UserId id, ResultSet row) throws SQLException {
        return new UserProfile(
                id,
                row.getString("username"),
                row.getString("display_name"),
                row.getString("bio"),
                row.getString("qq"),
                row.getString("wechat"),
                row.getString("github"),
                WireEnum.parse(Permission.class, row.getString("permission")),
                image(row),
                instant(row, "created_at"),
                row.getObject("deleted_at") == null ? null : true);
    }

    // Through LocalDateTime, because the columns hold UTC.
    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable String image(ResultSet row) throws SQLException {
        long image = row.getLong("image");
        return row.wasNull() ? null : Long.toString(image);
    }
}
