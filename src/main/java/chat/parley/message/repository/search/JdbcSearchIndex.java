package chat.parley.message.repository.search;

import chat.parley.message.model.ContentType;
import chat.parley.message.model.search.FoldedText;
import chat.parley.message.model.search.Grams;
import chat.parley.message.model.search.Has;
import chat.parley.message.model.search.IndexProgress;
import chat.parley.message.port.search.SearchIndex;
import chat.parley.room.RoomId;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the log by {@code rev}. The row of a room in {@code message_search_rooms} is locked first, so that one works on a
 * room at a time; then the messages are locked as they are read, in the order in which a recall locks: message, then
 * entry. So no entry outlives the message it was made of.
 */
@ApplicationScoped
class JdbcSearchIndex implements SearchIndex {
    private static final int FEWEST = 4;
    private static final String BEHIND =
            "SELECT r.id, r.last_rev - COALESCE(p.rev, 0) FROM rooms r LEFT JOIN message_search_rooms p ON p.room_id = r.id"
                    + " WHERE r.deleted_at IS NULL AND r.last_rev > COALESCE(p.rev, 0) LIMIT ?";
    private static final ListStatement LOCK = new ListStatement(
            "SELECT room_id, rev FROM message_search_rooms WHERE room_id IN (",
            "?",
            ") ORDER BY room_id FOR UPDATE SKIP LOCKED");
    private static final ListStatement KNOWN =
            new ListStatement("SELECT room_id FROM message_search_rooms WHERE room_id IN (", "?", ")");
    private static final String BEGIN = "INSERT IGNORE INTO message_search_rooms (room_id, rev) VALUES (?, 0)";
    private static final String NEXT =
            "SELECT room_id, seq, rev FROM messages WHERE room_id = ? AND rev > ? ORDER BY rev LIMIT ?";

    // Single rows of the primary key: nobody has to wait who adds messages.
    private static final ListStatement READ = new ListStatement(
            "SELECT room_id, seq, user_id, created_at, content_type, text_message, media_message->>'$.fileName',"
                    + " media_message->>'$.mime' FROM messages FORCE INDEX (PRIMARY) WHERE (room_id, seq) IN (",
            "(?, ?)",
            ") FOR SHARE");
    private static final String PUT =
            "INSERT INTO message_search (room_id, seq, user_id, created_at, grams) VALUES (?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE grams = VALUES(grams)";
    private static final String REMOVE = "DELETE FROM message_search WHERE room_id = ? AND seq = ?";
    private static final String MOVE = "UPDATE message_search_rooms SET rev = ? WHERE room_id = ?";
    private static final String DELETED =
            "SELECT p.room_id FROM message_search_rooms p JOIN rooms r ON r.id = p.room_id"
                    + " WHERE r.deleted_at IS NOT NULL LIMIT 1 FOR UPDATE SKIP LOCKED";

    private final SearchStatements statements;

    JdbcSearchIndex(SearchStatements statements) {
        this.statements = statements;
    }

    private record Change(long roomId, long seq, long rev) {}

    @Override
    public Map<RoomId, Long> behind(int limit) {
        Map<RoomId, Long> behind = new HashMap<>();
        statements.list(BEHIND, row -> behind.put(new RoomId(row.getLong(1)), row.getLong(2)), List.of(limit));
        return behind;
    }

    @Override
    public IndexProgress advance(Collection<RoomId> rooms, int changes) {
        Map<Long, Long> positions = lock(rooms);
        int share = Math.max(FEWEST, changes / Math.max(1, positions.size()));
        Set<RoomId> unfinished = new HashSet<>(rooms);
        List<Change> next = new ArrayList<>();
        List<List<Long>> moves = new ArrayList<>();
        positions.forEach((room, rev) -> {
            List<Change> found = statements.list(NEXT, JdbcSearchIndex::change, List.of(room, rev, share));
            next.addAll(found);
            if (!found.isEmpty()) {
                moves.add(List.of(found.getLast().rev(), room));
            }
            if (found.size() < share) {
                unfinished.remove(new RoomId(room));
            }
        });
        take(next);
        statements.updateAll(MOVE, moves);
        return new IndexProgress(next.size(), unfinished);
    }

    private Map<Long, Long> lock(Collection<RoomId> rooms) {
        List<Long> ids = rooms.stream().map(RoomId::value).sorted().toList();
        int size = ListStatement.sizeFor(ids.size());
        Set<Long> known = new HashSet<>(statements.list(KNOWN.text(size), row -> row.getLong(1), padded(ids)));
        // Before any lock: who looks for a row in vain holds the gap, and two of them would wait for each other.
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> statements.update(BEGIN, List.of(id)));
        Map<Long, Long> positions = new HashMap<>();
        statements.list(LOCK.text(size), row -> positions.put(row.getLong(1), row.getLong(2)), padded(ids));
        return positions;
    }

    private static List<Long> padded(List<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        while (all.size() < ListStatement.sizeFor(ids.size())) {
            all.add(ids.getLast());
        }
        return all;
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(row.getLong(1), row.getLong(2), row.getLong(3));
    }

    private void take(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int size = ListStatement.sizeFor(changes.size());
        List<Long> places = new ArrayList<>(2 * size);
        for (int i = 0; i < size; i++) {
            Change change = changes.get(Math.min(i, changes.size() - 1));
            places.add(change.roomId());
            places.add(change.seq());
        }
        List<List<Object>> entries = new ArrayList<>();
        List<List<Long>> gone = new ArrayList<>();
        statements.list(
                READ.text(size),
                row -> switch (ContentType.valueOf(row.getString(5))) {
                    case TEXT, MEDIA -> entries.add(entry(row));
                    case RECALLED -> gone.add(List.of(row.getLong(1), row.getLong(2)));
                    case SYSTEM -> false;
                },
                places);
        statements.updateAll(REMOVE, gone);
        statements.updateAll(PUT, entries);
    }

    private static List<Object> entry(ResultSet row) throws SQLException {
        return List.of(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, LocalDateTime.class),
                String.join(" ", grams(row)));
    }

    private static Set<String> grams(ResultSet row) throws SQLException {
        Set<String> grams = new LinkedHashSet<>();
        for (int column = 6; column <= 7; column++) {
            String text = row.getString(column);
            grams.addAll(Grams.of(FoldedText.of(text == null ? "" : text)));
        }
        Has.of(row.getString(6), row.getString(8)).forEach(kind -> grams.add(kind.gram()));
        return grams;
    }

    @Override
    public boolean forgetDeletedRooms(int limit) {
        List<Long> deleted = statements.list(DELETED, row -> row.getLong(1), List.of());
        for (long room : deleted) {
            int removed =
                    statements.update("DELETE FROM message_search WHERE room_id = ? LIMIT ?", List.of(room, limit));
            if (removed < limit) {
                statements.update("DELETE FROM message_search_rooms WHERE room_id = ?", List.of(room));
            }
        }
        return !deleted.isEmpty();
    }
}
