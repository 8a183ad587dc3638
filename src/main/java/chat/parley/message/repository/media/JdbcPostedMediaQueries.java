package chat.parley.message.repository.media;

import chat.parley.media.MediaId;
import chat.parley.message.port.PostedMediaQueries;
import chat.parley.room.RoomId;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads {@code message_media}. */
@ApplicationScoped
class JdbcPostedMediaQueries implements PostedMediaQueries {
    private final DataSource database;

    JdbcPostedMediaQueries(DataSource database) {
        this.database = database;
    }

    @Override
    public Set<RoomId> roomsOf(MediaId id) {
        return ids("SELECT DISTINCT room_id FROM message_media WHERE media_id = ?", List.of(id)).stream()
                .map(RoomId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<MediaId> posted(Collection<MediaId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return ids("SELECT DISTINCT media_id FROM message_media WHERE media_id IN (" + marks + ")", ids).stream()
                .map(MediaId::new)
                .collect(Collectors.toSet());
    }

    private Set<Long> ids(String sql, Collection<MediaId> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            for (MediaId value : values) {
                select.setLong(i++, value.value());
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
