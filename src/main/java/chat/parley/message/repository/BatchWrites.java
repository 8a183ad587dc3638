package chat.parley.message.repository;

import chat.parley.message.model.Message;
import chat.parley.message.repository.media.PostedMedia;
import chat.parley.room.RoomId;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a batch stores, in as few statements as there are. */
@ApplicationScoped
class BatchWrites {
    private static final int LARGEST_INSERT = 256;

    /** Up to here every number of rows has a statement of its own. */
    private static final int SMALL_INSERT = 32;

    private static final int ROOMS_IN_AN_UPDATE = 64;
    private static final ListStatement INSERT =
            new ListStatement(MessageRows.INSERT_COLUMNS, MessageRows.INSERT_PLACES, "");

    private static final Map<Integer, String> ADVANCE = new ConcurrentHashMap<>();

    private final MessageRows rows;

    BatchWrites(MessageRows rows) {
        this.rows = rows;
    }

    /**
     * Rows cannot be repeated to fill a statement up. So there is a statement for each small number of rows, as a batch
     * mostly has, and what is more is made of powers of two.
     */
    void insert(Connection connection, List<Message> messages) throws SQLException {
        for (int from = 0; from < messages.size(); ) {
            int left = messages.size() - from;
            int size = left <= SMALL_INSERT ? left : Math.min(LARGEST_INSERT, Integer.highestOneBit(left));
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

    /**
     * Every message is one change. The rows are locked, so adding is as exact as setting; and one statement takes many
     * rooms, each with its own number of messages.
     */
    void advance(Connection connection, List<Message> inserted) throws SQLException {
        Map<RoomId, Integer> counts = new HashMap<>();
        inserted.forEach(message -> counts.merge(message.roomId(), 1, Integer::sum));
        List<Map.Entry<RoomId, Integer>> rooms = List.copyOf(counts.entrySet());
        for (int from = 0; from < rooms.size(); from += ROOMS_IN_AN_UPDATE) {
            advanceSome(connection, rooms.subList(from, Math.min(rooms.size(), from + ROOMS_IN_AN_UPDATE)));
        }
    }

    private static void advanceSome(Connection connection, List<Map.Entry<RoomId, Integer>> rooms) throws SQLException {
        int size = ListStatement.sizeFor(rooms.size());
        try (PreparedStatement update = connection.prepareStatement(advanceText(size))) {
            for (int i = 0; i < size; i++) {
                var room = rooms.get(Math.min(i, rooms.size() - 1));
                long id = room.getKey().value();
                for (int column = 0; column < 2; column++) {
                    int place = 2 * (column * size + i);
                    update.setLong(place + 1, id);
                    update.setInt(place + 2, room.getValue());
                }
                update.setLong(4 * size + i + 1, id);
            }
            update.executeUpdate();
        }
    }

    private static String advanceText(int size) {
        return ADVANCE.computeIfAbsent(size, n -> {
            String count = "CASE id" + " WHEN ? THEN ?".repeat(n) + " END";
            String ids = String.join(", ", Collections.nCopies(n, "?"));
            return "UPDATE rooms SET last_seq = last_seq + " + count + ", last_rev = last_rev + " + count
                    + " WHERE id IN (" + ids + ")";
        });
    }
}
