package chat.parley.message.repository.media;

import chat.parley.identity.UserId;
import chat.parley.media.Attachment;
import chat.parley.media.MediaId;
import chat.parley.message.model.Message;
import chat.parley.shared.sql.ListStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files in a batch. The log itself sees to it that they exist and that their senders may post them, as it does with
 * membership: once for a batch, and with the files' rows locked, so that none is cleaned away while it is posted.
 */
public final class PostedMedia {
    private static final ListStatement FILES = new ListStatement(
            "SELECT id, owner_id, mime, size, width, height, duration, file_name, thumbnail_sha256 IS NOT NULL AS small"
                    + " FROM media FORCE INDEX (PRIMARY) WHERE id IN (",
            "?",
            ") ORDER BY id FOR SHARE");
    private static final ListStatement SEEN = new ListStatement(
            "SELECT DISTINCT u.media_id, m.user_id FROM message_media u JOIN room_members m ON m.room_id = u.room_id"
                    + " JOIN rooms r ON r.id = u.room_id AND r.deleted_at IS NULL WHERE (u.media_id, m.user_id) IN (",
            "(?, ?)",
            ")");

    private record Owned(UserId owner, Attachment attachment) {}

    private PostedMedia() {}

    /** Of the files, those that their senders uploaded, or see in one of their rooms. */
    public static Map<Claim, Attachment> claimable(Connection connection, Set<Claim> claims) throws SQLException {
        Map<Claim, Attachment> claimable = HashMap.newHashMap(claims.size());
        if (claims.isEmpty()) {
            return claimable;
        }
        Map<MediaId, Owned> files = files(connection, claims);
        Set<Claim> foreign = new HashSet<>();
        for (Claim claim : claims) {
            Owned file = files.get(claim.mediaId());
            if (file != null && file.owner().equals(claim.userId())) {
                claimable.put(claim, file.attachment());
            } else if (file != null) {
                foreign.add(claim);
            }
        }
        for (Claim seen : seen(connection, foreign)) {
            Owned file = files.get(seen.mediaId());
            if (file != null) {
                claimable.put(seen, file.attachment());
            }
        }
        return claimable;
    }

    private static Map<MediaId, Owned> files(Connection connection, Set<Claim> claims) throws SQLException {
        List<MediaId> ids =
                claims.stream().map(Claim::mediaId).distinct().sorted().toList();
        int size = ListStatement.sizeFor(ids.size());
        Map<MediaId, Owned> files = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FILES.text(size))) {
            for (int i = 0; i < size; i++) {
                select.setLong(i + 1, ids.get(Math.min(i, ids.size() - 1)).value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Attachment attachment = attachment(row);
                    files.put(attachment.id(), new Owned(new UserId(row.getLong("owner_id")), attachment));
                }
            }
        }
        return files;
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        boolean measured = !row.wasNull();
        double duration = row.getDouble("duration");
        boolean lasting = !row.wasNull();
        return new Attachment(
                new MediaId(row.getLong("id")),
                row.getString("mime"),
                row.getLong("size"),
                row.getString("file_name"),
                measured ? width : null,
                measured ? row.getInt("height") : null,
                lasting ? duration : null,
                row.getBoolean("small"));
    }

    private static Set<Claim> seen(Connection connection, Set<Claim> claims) throws SQLException {
        Set<Claim> seen = new HashSet<>();
        if (claims.isEmpty()) {
            return seen;
        }
        List<Claim> asked = List.copyOf(claims);
        int size = ListStatement.sizeFor(asked.size());
        try (PreparedStatement select = connection.prepareStatement(SEEN.text(size))) {
            for (int i = 0; i < size; i++) {
                Claim claim = asked.get(Math.min(i, asked.size() - 1));
                select.setLong(2 * i + 1, claim.mediaId().value());
                select.setLong(2 * i + 2, claim.userId().value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen.add(new Claim(new MediaId(row.getLong(1)), new UserId(row.getLong(2))));
                }
            }
        }
        return seen;
    }

    /** Notes where files were posted. */
    public static void insertOf(Connection connection, List<Message> messages) throws SQLException {
        if (messages.stream().allMatch(message -> message.media() == null)) {
            return;
        }
        String sql = "INSERT INTO message_media (media_id, room_id, seq) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Message message : messages) {
                if (message.media() != null) {
                    insert.setLong(1, message.media().id().value());
                    insert.setLong(2, message.roomId().value());
                    insert.setLong(3, message.seq());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
