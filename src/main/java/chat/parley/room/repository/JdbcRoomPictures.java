package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.port.RoomPictures;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Asks {@code rooms} by its index on {@code image}. */
@ApplicationScoped
class JdbcRoomPictures implements RoomPictures {
    private final DataSource database;

    JdbcRoomPictures(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isSeenBy(UserId reader, long image) {
        String sql = "SELECT r.image FROM rooms r LEFT JOIN room_members m ON m.room_id = r.id AND m.user_id = ?"
                + " WHERE r.image = ? AND r.deleted_at IS NULL AND (m.user_id IS NOT NULL OR r.join_policy = 'open')"
                + " LIMIT 1";
        return !images(sql, List.of(reader.value(), image)).isEmpty();
    }

    @Override
    public Set<Long> inUse(Collection<Long> images) {
        if (images.isEmpty()) {
            return Set.of();
        }
        String marks = String.join(", ", Collections.nCopies(images.size(), "?"));
        return images("SELECT image FROM rooms WHERE deleted_at IS NULL AND image IN (" + marks + ")", images);
    }

    private Set<Long> images(String sql, Collection<Long> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            for (long value : values) {
                select.setLong(i++, value);
            }
            Set<Long> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
