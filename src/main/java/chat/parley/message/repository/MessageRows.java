package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.Recall;
import chat.parley.message.model.SystemNotice;
import chat.parley.room.RoomId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between {@code messages} rows and {@link Message}. */
@ApplicationScoped
class MessageRows {
    static final String COLUMNS =
            "m.room_id, m.seq, m.rev, m.user_id, m.content_type, m.text_message, m.system_message, m.recall_message,"
                    + " m.reply_seq, m.client_id, m.created_at, m.edited_at";

    static final String INSERT_COLUMNS =
            "INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, system_message, reply_seq,"
                    + " client_id, created_at) VALUES ";
    static final int INSERT_VALUES = 10;
    static final String INSERT_PLACES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT = INSERT_COLUMNS + INSERT_PLACES;

    private final ObjectMapper json;

    MessageRows(ObjectMapper json) {
        this.json = json;
    }

    List<Message> all(PreparedStatement select) throws SQLException {
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
                read(row.getString("system_message"), SystemNotice.class),
                read(row.getString("recall_message"), Recall.class),
                reply,
                uuid(row.getBytes("client_id")),
                instant(row.getObject("created_at", LocalDateTime.class)),
                nullable(row.getObject("edited_at", LocalDateTime.class)));
    }

    /** Fills {@link #INSERT_PLACES} behind so many values. */
    void bind(PreparedStatement insert, int behind, Message message) throws SQLException {
        insert.setLong(behind + 1, message.roomId().value());
        insert.setLong(behind + 2, message.seq());
        insert.setLong(behind + 3, message.rev());
        insert.setLong(behind + 4, message.userId().value());
        insert.setString(behind + 5, message.contentType().name());
        insert.setString(behind + 6, message.text());
        insert.setString(behind + 7, message.system() == null ? null : write(message.system()));
        if (message.replySeq() == null) {
            insert.setNull(behind + 8, Types.BIGINT);
        } else {
            insert.setLong(behind + 8, message.replySeq());
        }
        insert.setBytes(behind + 9, message.clientId() == null ? null : bytes(message.clientId()));
        insert.setObject(behind + 10, LocalDateTime.ofInstant(message.createdAt(), ZoneOffset.UTC));
    }

    static Message text(NewMessage message, long seq, long rev) {
        return new Message(
                message.seat().roomId(),
                seq,
                rev,
                message.seat().userId(),
                ContentType.TEXT,
                message.text(),
                null,
                null,
                message.replySeq(),
                message.clientId(),
                message.createdAt(),
                null);
    }

    String write(Object value) {
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

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static @Nullable Instant nullable(@Nullable LocalDateTime time) {
        return time == null ? null : instant(time);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
