package chat.parley.message.repository;

import chat.parley.message.model.Message;
import chat.parley.message.repository.media.PostedMedia;
import chat.parley.room.RoomId;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch stores, in as few statements as there are. */
@ApplicationScoped
class BatchWrites {
    private static final int LARGEST_INSERT = 256;
    private static final ListStatement INSERT =
            new ListStatement(MessageRows.INSERT_COLUMNS, MessageRows.INSERT_PLACES, "");

    // Every message is one change. The rows are locked, so adding is as exact as setting, and takes fewer statements.
    private static final ListStatement ADVANCE = new ListStatement(
            "UPDATE rooms SET last_seq = last_seq + ?, last_rev = last_rev + ? WHERE id IN (", "?", ")");

    private final MessageRows rows;

    BatchWrites(MessageRows rows) {
        this.rows = rows;
    }

    /** Rows cannot be repeated to fill a statement up, so their number is made of powers of two. */
    void insert(Connection connection, List<Message> messages) throws SQLException {
        for (int from = 0; from < messages.size(); ) {
            int size = Math.min(LARGEST_INSERT, Integer.highestOneBit(messages.size() - from));
            try (PreparedStatement insert = connection.prepareStatement(INSERT.text(size))) {
                for (int i = 0; i < size; i++) {
                    rows.bind(insert, i * MessageRows.INSERT_VALUES, messages.get(from + i));
                }
                insert.executeUpdate();
            }
            from += size;
        }
        MentionRows.insertOf(connection, messages);
        PostedMedia.insertOf(connection, messages);
    }

    /** One statement for all rooms with the same number of new messages. */
    void advance(Connection connection, List<Message> inserted) throws SQLException {
        Map<RoomId, Integer> counts = new HashMap<>();
        inserted.forEach(message -> counts.merge(message.roomId(), 1, Integer::sum));
        Map<Integer, List<RoomId>> rooms = new TreeMap<>();
        counts.forEach((room, count) ->
                rooms.computeIfAbsent(count, n -> new ArrayList<>()).add(room));
        for (var alike : rooms.entrySet()) {
            advance(connection, alike.getKey(), alike.getValue());
        }
    }

    private static void advance(Connection connection, int count, List<RoomId> rooms) throws SQLException {
        int size = ListStatement.sizeFor(rooms.size());
        try (PreparedStatement update = connection.prepareStatement(ADVANCE.text(size))) {
            update.setLong(1, count);
            update.setLong(2, count);
            for (int i = 0; i < size; i++) {
                update.setLong(i + 3, rooms.get(Math.min(i, rooms.size() - 1)).value());
            }
            update.executeUpdate();
        }
    }
}
