package chat.parley.message.repository.change;

import chat.parley.identity.UserId;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessageVersion;
import chat.parley.message.model.Pin;
import chat.parley.message.model.Recall;
import chat.parley.message.port.MessageChanges;
import chat.parley.message.repository.LogNumbers;
import chat.parley.message.repository.MentionRows;
import chat.parley.message.repository.MessageRows;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes in the transactions of their callers. After each the message is read again as everybody will read it, so that
 * what is announced and what is stored cannot differ.
 */
@ApplicationScoped
class JdbcMessageChanges implements MessageChanges {
    private static final String PLACE = " WHERE room_id = ? AND seq = ?";
    private static final String KEEP_VERSION =
            "INSERT INTO message_versions (room_id, seq, rev, text_message, written_at, replaced_at)"
                    + " SELECT room_id, seq, rev, COALESCE(text_message, ''), COALESCE(edited_at, created_at), ?"
                    + " FROM messages"
                    + PLACE;
    private static final String BLANK =
            "content_type = 'RECALLED', text_message = NULL, media_message = NULL, recall_message = ?,"
                    + " reply_seq = NULL, edited_at = NULL, mentions = NULL, reacted = FALSE, pinned_by = NULL,"
                    + " pinned_at = NULL";
    private static final String VERSIONS =
            "SELECT text_message, written_at, replaced_at FROM message_versions" + PLACE + " ORDER BY rev DESC";
    private static final String PINNED = "SELECT "
            + MessageRows.COLUMNS
            + " FROM message_pins p JOIN messages m ON m.room_id = p.room_id AND m.seq = p.seq"
            + " WHERE p.room_id = ? ORDER BY m.pinned_at DESC, m.seq DESC";

    private final Statements statements;
    private final MessageRows rows;

    JdbcMessageChanges(Statements statements, MessageRows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    @Override
    public Message edit(Message message, String text, @Nullable Mentions mentions, Instant at) {
        at(message, KEEP_VERSION, MessageRows.column(at));
        change(
                message,
                "text_message = ?, edited_at = ?, mentions = ?",
                text,
                MessageRows.column(at),
                mentions == null ? null : rows.write(mentions));
        forgetMentions(message);
        if (mentions != null) {
            remember(message, mentions);
        }
        return present(message);
    }

    @Override
    public Message recall(Message message, Recall recall) {
        change(message, BLANK, rows.write(recall));
        forgetMentions(message);
        for (String table :
                List.of("message_versions", "message_reactions", "message_pins", "message_media", "message_search")) {
            at(message, "DELETE FROM " + table + PLACE);
        }
        return present(message);
    }

    @Override
    public Message addReaction(Message message, String emoji, UserId user, Instant at) {
        change(message, "reacted = TRUE");
        statements.update(
                "INSERT INTO message_reactions (room_id, seq, emoji, user_id, created_at) VALUES (?, ?, ?, ?, ?)",
                message.roomId().value(),
                message.seq(),
                emoji,
                user.value(),
                MessageRows.column(at));
        return present(message);
    }

    @Override
    public Message removeReaction(Message message, String emoji, UserId user) {
        statements.update(
                "DELETE FROM message_reactions" + PLACE + " AND emoji = ? AND user_id = ?",
                message.roomId().value(),
                message.seq(),
                emoji,
                user.value());
        change(
                message,
                "reacted = EXISTS (SELECT 1 FROM message_reactions r"
                        + " WHERE r.room_id = messages.room_id AND r.seq = messages.seq)");
        return present(message);
    }

    @Override
    public Message pin(Message message, Pin pin) {
        at(message, "INSERT INTO message_pins (room_id, seq) VALUES (?, ?)");
        change(message, "pinned_by = ?, pinned_at = ?", pin.by().value(), MessageRows.column(pin.at()));
        return present(message);
    }

    @Override
    public Message unpin(Message message) {
        at(message, "DELETE FROM message_pins" + PLACE);
        change(message, "pinned_by = NULL, pinned_at = NULL");
        return present(message);
    }

    @Override
    public List<MessageVersion> versions(RoomId roomId, long seq) {
        return statements.list(
                VERSIONS,
                row -> new MessageVersion(
                        row.getString(1),
                        MessageRows.instant(row.getObject(2, LocalDateTime.class)),
                        MessageRows.instant(row.getObject(3, LocalDateTime.class))),
                roomId.value(),
                seq);
    }

    @Override
    public int countVersions(RoomId roomId, long seq) {
        return statements.count("SELECT COUNT(*) FROM message_versions" + PLACE, roomId.value(), seq);
    }

    @Override
    public List<Message> pinned(RoomId roomId) {
        return statements.query(PINNED, rows::all, roomId.value());
    }

    @Override
    public int countPins(RoomId roomId) {
        return statements.count("SELECT COUNT(*) FROM message_pins WHERE room_id = ?", roomId.value());
    }

    /** Sets what is given and the next rev of the room. */
    private void change(Message message, String assignments, @Nullable Object... values) {
        statements.run(connection -> {
            LogNumbers numbers = LogNumbers.lock(connection, message.roomId());
            List<@Nullable Object> all = new ArrayList<>();
            all.add(numbers.nextRev());
            for (Object value : values) {
                all.add(value);
            }
            all.add(message.roomId().value());
            all.add(message.seq());
            Statements.update(connection, "UPDATE messages SET rev = ?, " + assignments + PLACE, all.toArray());
            numbers.store(connection);
            return message;
        });
    }

    private void remember(Message message, Mentions mentions) {
        statements.run(connection -> {
            MentionRows.insert(connection, List.of(new MentionRows.Place(message.roomId(), message.seq(), mentions)));
            return message;
        });
    }

    private void forgetMentions(Message message) {
        if (message.mentions() != null) {
            for (UserId user : MentionRows.users(message.mentions())) {
                at(message, "DELETE FROM message_mentions" + PLACE + " AND user_id = " + user);
            }
        }
    }

    /** Runs a statement whose last two parameters are the message's place. */
    private void at(Message message, String sql, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(message.roomId().value());
        all.add(message.seq());
        statements.update(sql, all.toArray());
    }

    // A locking read sees what is committed, and so do the looks that follow it.
    private Message present(Message message) {
        String sql = "SELECT " + MessageRows.COLUMNS + " FROM messages m WHERE m.room_id = ? AND m.seq = ? FOR UPDATE";
        return statements
                .query(sql, rows::all, message.roomId().value(), message.seq())
                .getFirst();
    }
}
