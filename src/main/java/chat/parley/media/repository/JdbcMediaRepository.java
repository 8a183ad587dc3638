package chat.parley.media.repository;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaRepository;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.sql.UuidColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Uploads in MySQL. Locks are taken on {@code media} before {@code media_blobs}, and there in the order of the keys. */
@ApplicationScoped
class JdbcMediaRepository implements MediaRepository {
    private static final String COLUMNS =
            "id, owner_id, client_id, sha256, thumbnail_sha256, mime, size, thumbnail_size, width, height, duration, file_name,"
                    + " created_at";

    private final DataSource database;

    JdbcMediaRepository(DataSource database) {
        this.database = database;
    }

    @Override
    public void lock(Blob blob, Instant now) {
        // The update makes the statement wait for, and keep, the lock of a row that is there.
        update(
                "INSERT INTO media_blobs (sha256, size, created_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE created_at = VALUES(created_at)",
                blob.key().bytes(),
                blob.size(),
                utc(now));
    }

    @Override
    public boolean lockIfKnown(BlobKey key) {
        return !query("SELECT 1 FROM media_blobs WHERE sha256 = ? FOR UPDATE", row -> 1, (Object) key.bytes())
                .isEmpty();
    }

    @Override
    public boolean isUsed(BlobKey key) {
        String sql = "(SELECT 1 FROM media WHERE sha256 = ? LIMIT 1)"
                + " UNION ALL (SELECT 1 FROM media WHERE thumbnail_sha256 = ? LIMIT 1)";
        return !query(sql, row -> 1, key.bytes(), key.bytes()).isEmpty();
    }

    @Override
    public void forget(BlobKey key) {
        update("DELETE FROM media_blobs WHERE sha256 = ?", (Object) key.bytes());
    }

    @Override
    public void add(MediaItem item) {
        Blob thumbnail = item.thumbnail();
        var dimensions = item.dimensions();
        update(
                "INSERT INTO media (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                item.id().value(),
                item.owner().value(),
                item.clientId() == null ? null : UuidColumn.bytes(item.clientId()),
                item.content().key().bytes(),
                thumbnail == null ? null : thumbnail.key().bytes(),
                item.mime(),
                item.content().size(),
                thumbnail == null ? 0 : thumbnail.size(),
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height(),
                item.duration(),
                item.fileName(),
                utc(item.createdAt()));
    }

    @Override
    public Optional<MediaItem> find(MediaId id) {
        return query("SELECT " + COLUMNS + " FROM media WHERE id = ?", MediaRows::item, id.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<MediaItem> find(UserId owner, UUID clientId) {
        return query(
                        "SELECT " + COLUMNS + " FROM media WHERE owner_id = ? AND client_id = ?",
                        MediaRows::item,
                        owner.value(),
                        UuidColumn.bytes(clientId))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<MediaItem> findLocked(MediaId id) {
        return query("SELECT " + COLUMNS + " FROM media WHERE id = ? FOR UPDATE", MediaRows::item, id.value()).stream()
                .findFirst();
    }

    @Override
    public void remove(MediaItem item) {
        update("DELETE FROM media WHERE id = ?", item.id().value());
    }

    @Override
    public boolean take(UserId owner, long bytes, long quota) {
        // A row that is there is locked to be changed at once: two that could both read it first would wait for each
        // other.
        update(
                "INSERT INTO media_usage (user_id, bytes) VALUES (?, 0) ON DUPLICATE KEY UPDATE bytes = bytes",
                owner.value());
        return update(
                        "UPDATE media_usage SET bytes = bytes + ? WHERE user_id = ? AND bytes + ? <= ?",
                        bytes,
                        owner.value(),
                        bytes,
                        quota)
                > 0;
    }

    @Override
    public void giveBack(UserId owner, long bytes) {
        update("UPDATE media_usage SET bytes = GREATEST(0, bytes - ?) WHERE user_id = ?", bytes, owner.value());
    }

    @Override
    public long usage(UserId owner) {
        return query("SELECT bytes FROM media_usage WHERE user_id = ?", row -> row.getLong(1), owner.value()).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<MediaId> olderThan(Instant time, MediaId after, int limit) {
        return query(
                "SELECT id FROM media WHERE id > ? AND created_at < ? ORDER BY id LIMIT ?",
                row -> new MediaId(row.getLong(1)),
                after.value(),
                utc(time),
                limit);
    }

    @Override
    public List<BlobKey> unused(Instant before, int limit) {
        String sql = "SELECT b.sha256 FROM media_blobs b WHERE b.created_at < ?"
                + " AND NOT EXISTS (SELECT 1 FROM media m WHERE m.sha256 = b.sha256)"
                + " AND NOT EXISTS (SELECT 1 FROM media m WHERE m.thumbnail_sha256 = b.sha256)"
                + " ORDER BY b.sha256 LIMIT ?";
        return query(sql, row -> BlobKey.of(row.getBytes(1)), utc(before), limit);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Mapping<T> mapping, @Nullable Object... values) {
        // Inside a transaction the pool hands out its connection, and closing it only gives it back.
        try (Connection connection = database.getConnection();
                PreparedStatement select = bound(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapping.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = bound(connection, sql, values)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
