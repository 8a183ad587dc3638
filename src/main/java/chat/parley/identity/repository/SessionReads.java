package chat.parley.identity.repository;

import chat.parley.identity.Permission;
import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.shared.id.WireEnum;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The two questions that every session begins with, each one statement. When thousands of clients come back at once,
 * asking them through Hibernate took half of all the time.
 */
@ApplicationScoped
class SessionReads {
    private static final String ALIVE =
            "SELECT 1 FROM user_sessions s JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL"
                    + " WHERE s.id = ? AND s.revoked_at IS NULL AND s.expires_at > ?";
    private static final String PROFILE =
            "SELECT username, display_name, bio, qq, wechat, github, permission, image, created_at, deleted_at"
                    + " FROM users WHERE id = ?";

    private final DataSource database;

    SessionReads(DataSource database) {
        this.database = database;
    }

    boolean isAlive(SessionId id, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALIVE)) {
            select.setLong(1, id.value());
            select.setObject(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<UserProfile> profile(UserId id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PROFILE)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(profile(id, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("deleted_at") == null ? null : true);
    }

    private static @Nullable String image(ResultSet row) throws SQLException {
        long image = row.getLong("image");
        return row.wasNull() ? null : Long.toString(image);
    }
}
