package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.media.Attachment;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.Pin;
import chat.parley.message.model.Reaction;
import chat.parley.message.model.Recall;
import chat.parley.message.model.SystemNotice;
import chat.parley.room.RoomId;
import chat.parley.shared.sql.UuidColumn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between {@code messages} rows and {@link Message}. */
@ApplicationScoped
public class MessageRows {
    // The reactions come in the same look as the row, so that they are those of its rev.
    public static final String COLUMNS =
            "m.room_id, m.seq, m.rev, m.user_id, m.content_type, m.text_message, m.media_message, m.system_message, m.recall_message,"
                    + " m.reply_seq, m.client_id, m.created_at, m.edited_at, m.mentions, m.pinned_by, m.pinned_at,"
                    + " IF(m.reacted, (SELECT JSON_ARRAYAGG(JSON_ARRAY(r.emoji, r.user_id, r.created_at))"
                    + " FROM message_reactions r WHERE r.room_id = m.room_id AND r.seq = m.seq), NULL) AS reactions";

    static final String INSERT_COLUMNS =
            "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, media_message, system_message,"
                    + " reply_seq, client_id, created_at, mentions) VALUES ";
    static final int INSERT_VALUES = 12;
    static final String INSERT_PLACES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT = INSERT_COLUMNS + INSERT_PLACES;

    private final ObjectMapper json;

    MessageRows(ObjectMapper json) {
        this.json = json;
    }

    /** What the statement selects as {@link #COLUMNS}. */
    public List<Message> all(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<Message> messages = new ArrayList<>();
            while (rows.next()) {
                messages.add(one(rows));
            }
            return messages;
        }
    }

    private Message one(ResultSet row) throws SQLException {
        long replySeq = row.getLong("reply_seq");
        Long reply = row.wasNull() ? null : replySeq;
        return new Message(
                new RoomId(row.getLong("room_id")),
                row.getLong("seq"),
                row.getLong("rev"),
                new UserId(row.getLong("user_id")),
                ContentType.valueOf(row.getString("content_type")),
                row.getString("text_message"),
                read(row.getString("media_message"), Attachment.class),
                read(row.getString("system_message"), SystemNotice.class),
                read(row.getString("recall_message"), Recall.class),
                reply,
                UuidColumn.uuid(row.getBytes("client_id")),
                instant(row.getObject("created_at", LocalDateTime.class)),
                nullable(row.getObject("edited_at", LocalDateTime.class)),
                read(row.getString("mentions"), Mentions.class),
                reactions(row.getString("reactions")),
                pin(row));
    }

    private static @Nullable Pin pin(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("pinned_at", LocalDateTime.class);
        return at == null ? null : new Pin(new UserId(row.getLong("pinned_by")), instant(at));
    }

    private record ReactionRow(String emoji, UserId userId, String createdAt) {}

    // Those who were first come first, in whatever order the database gathers them.
    private List<Reaction> reactions(@Nullable String text) throws SQLException {
        if (text == null) {
            return List.of();
        }
        List<ReactionRow> found = new ArrayList<>();
        for (JsonNode one : read(text)) {
            found.add(new ReactionRow(
                    one.get(0).textValue(),
                    new UserId(one.get(1).longValue()),
                    one.get(2).textValue()));
        }
        found.sort(Comparator.comparing(ReactionRow::createdAt)
                .thenComparing(ReactionRow::userId)
                .thenComparing(ReactionRow::emoji));
        Map<String, List<UserId>> byEmoji = new LinkedHashMap<>();
        found.forEach(one ->
                byEmoji.computeIfAbsent(one.emoji(), emoji -> new ArrayList<>()).add(one.userId()));
        return byEmoji.entrySet().stream()
                .map(one -> new Reaction(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private JsonNode read(String text) throws SQLException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("the database gathered what is no JSON", e);
        }
    }

    /** Fills {@link #INSERT_PLACES} behind so many values. */
    void bind(PreparedStatement insert, int behind, Message message) throws SQLException {
        insert.setLong(behind + 1, message.roomId().value());
        insert.setLong(behind + 2, message.seq());
        insert.setLong(behind + 3, message.rev());
        insert.setLong(behind + 4, message.userId().value());
        insert.setString(behind + 5, message.contentType().name());
        insert.setString(behind + 6, message.text());
        insert.setString(behind + 7, message.media() == null ? null : write(message.media()));
        insert.setString(behind + 8, message.system() == null ? null : write(message.system()));
        if (message.replySeq() == null) {
            insert.setNull(behind + 9, Types.BIGINT);
        } else {
            insert.setLong(behind + 9, message.replySeq());
        }
        insert.setBytes(behind + 10, message.clientId() == null ? null : UuidColumn.bytes(message.clientId()));
        insert.setObject(behind + 11, column(message.createdAt()));
        insert.setString(behind + 12, message.mentions() == null ? null : write(message.mentions()));
    }

    static Message numbered(NewMessage message, @Nullable Attachment media, long seq, long rev) {
        return new Message(
                message.seat().roomId(),
                seq,
                rev,
                message.seat().userId(),
                media == null ? ContentType.TEXT : ContentType.MEDIA,
                message.text(),
                media,
                null,
                null,
                message.replySeq(),
                message.clientId(),
                message.createdAt(),
                null,
                message.mentions(),
                List.of(),
                null);
    }

    /** As a JSON column holds it. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours cannot be written as JSON", e);
        }
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) throws SQLException {
        if (text == null) {
            return null;
        }
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("messages holds JSON that is no " + type.getSimpleName(), e);
        }
    }

    private static @Nullable Instant nullable(@Nullable LocalDateTime time) {
        return time == null ? null : instant(time);
    }

    /** As a DATETIME column, which holds UTC, takes it. */
    public static LocalDateTime column(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** As a DATETIME column means it. */
    public static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
