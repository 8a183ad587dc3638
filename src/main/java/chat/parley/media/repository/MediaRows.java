package chat.parley.media.repository;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.model.Dimensions;
import chat.parley.media.model.MediaItem;
import chat.parley.shared.sql.UuidColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** From {@code media} rows to {@link MediaItem}. */
final class MediaRows {
    private MediaRows() {}

    static MediaItem item(ResultSet row) throws SQLException {
        byte[] thumbnail = row.getBytes("thumbnail_sha256");
        int width = row.getInt("width");
        Dimensions dimensions = row.wasNull() ? null : new Dimensions(width, row.getInt("height"));
        double seconds = row.getDouble("duration");
        Double duration = row.wasNull() ? null : seconds;
        return new MediaItem(
                new MediaId(row.getLong("id")),
                new UserId(row.getLong("owner_id")),
                UuidColumn.uuid(row.getBytes("client_id")),
                new Blob(BlobKey.of(row.getBytes("sha256")), row.getLong("size")),
                thumbnail == null ? null : new Blob(BlobKey.of(thumbnail), row.getLong("thumbnail_size")),
                row.getString("mime"),
                dimensions,
                duration,
                row.getString("file_name"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
