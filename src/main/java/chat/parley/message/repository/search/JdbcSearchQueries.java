package chat.parley.message.repository.search;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.port.search.SearchQueries;
import chat.parley.message.repository.MessageRows;
import chat.parley.room.RoomId;
import chat.parley.shared.sql.ListStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The index is asked where to look; the log and the members' list say what is there, and for whom. */
@ApplicationScoped
class JdbcSearchQueries implements SearchQueries {
    private static final String READABLE =
            "COALESCE(SUM(r.last_seq - r.first_seq + 1), 0) FROM room_members m JOIN rooms r ON r.id = m.room_id"
                    + " WHERE m.user_id = ? AND r.deleted_at IS NULL";
    private static final String PLACE = "s.created_at, s.room_id, s.seq FROM ";
    private static final String INDEX = "message_search s ";
    private static final String MINE = "JOIN room_members mine ON mine.room_id = s.room_id AND mine.user_id = ? ";
    private static final String NEWEST = " ORDER BY s.created_at DESC, s.room_id DESC, s.seq DESC LIMIT ?";

    // What a room was left by, or lost from its start, is not there; whether it is indexed plays no part.
    private static final ListStatement READ = new ListStatement(
            MessageRows.COLUMNS
                    + " FROM messages m FORCE INDEX (PRIMARY)"
                    + " STRAIGHT_JOIN room_members mine ON mine.room_id = m.room_id AND mine.user_id = ?"
                    + " STRAIGHT_JOIN rooms r ON r.id = m.room_id AND r.deleted_at IS NULL AND m.seq >= r.first_seq"
                    + " WHERE NOT EXISTS (SELECT 1 FROM user_blocks b WHERE b.user_id = ? AND b.blocked_id = m.user_id)"
                    + " AND NOT EXISTS (SELECT 1 FROM user_blocks b WHERE b.user_id = m.user_id AND b.blocked_id = ?)"
                    + " AND (m.room_id, m.seq) IN (",
            "(?, ?)",
            ")");

    private final SearchStatements statements;
    private final MessageRows rows;

    JdbcSearchQueries(SearchStatements statements, MessageRows rows) {
        this.statements = statements;
        this.rows = rows;
    }

    @Override
    public long readable(UserId reader) {
        return statements
                .search(READABLE, row -> row.getLong(1), List.of(reader.value()))
                .getFirst();
    }

    @Override
    public List<SearchPlace> newest(
            UserId reader, SearchFilter filter, SearchPlace behind, int limit, boolean allRooms) {
        List<Object> values = new ArrayList<>();
        String from;
        if (filter.roomId() != null) {
            from = INDEX + "FORCE INDEX (message_search_room) " + MINE;
            values.add(reader.value());
        } else if (filter.from() != null) {
            from = INDEX + "FORCE INDEX (message_search_author) STRAIGHT_" + MINE;
            values.add(reader.value());
        } else if (allRooms) {
            from = "room_members mine STRAIGHT_JOIN message_search s FORCE INDEX (message_search_room)"
                    + " ON s.room_id = mine.room_id AND mine.user_id = ? ";
            values.add(reader.value());
        } else {
            return newestOfAll(reader, filter, behind, limit);
        }
        String where = range(filter, behind, values);
        values.add(limit);
        return statements.search(PLACE + from + where + NEWEST, JdbcSearchQueries::place, values);
    }

    // So many entries of the whole server are looked at, whosever rooms they are in.
    private List<SearchPlace> newestOfAll(UserId reader, SearchFilter filter, SearchPlace behind, int limit) {
        List<Object> values = new ArrayList<>();
        String where = range(filter, behind, values);
        values.add(limit);
        values.add(reader.value());
        String newest = "(SELECT " + PLACE + INDEX + "FORCE INDEX (message_search_newest) " + where + NEWEST + ") s ";
        String order = NEWEST.substring(0, NEWEST.indexOf(" LIMIT"));
        return statements.search(PLACE + newest + "STRAIGHT_" + MINE + order, JdbcSearchQueries::place, values);
    }

    @Override
    public List<SearchPlace> withGrams(
            UserId reader, SearchFilter filter, Set<String> grams, SearchPlace behind, int limit) {
        List<Object> values = new ArrayList<>();
        values.add(reader.value());
        String where = range(filter, behind, values) + " AND MATCH (s.grams) AGAINST (? IN BOOLEAN MODE)";
        values.add("+" + String.join(" +", grams));
        values.add(limit);
        // Named, as walking through all rooms of the reader may look cheaper to the planner, which knows no
        // frequencies.
        String from = INDEX + "FORCE INDEX (message_search_grams) STRAIGHT_" + MINE;
        return statements.search(PLACE + from + where + NEWEST, JdbcSearchQueries::place, values);
    }

    /** Written out, as MySQL uses no index for the comparison of tuples. */
    private static String range(SearchFilter filter, SearchPlace behind, List<Object> values) {
        StringBuilder where = new StringBuilder(
                "WHERE s.created_at <= ? AND (s.created_at < ? OR s.room_id < ?" + " OR s.room_id = ? AND s.seq < ?)");
        LocalDateTime at = MessageRows.column(behind.at());
        values.addAll(List.of(at, at, behind.roomId().value(), behind.roomId().value(), behind.seq()));
        if (filter.roomId() != null) {
            where.append(" AND s.room_id = ?");
            values.add(filter.roomId().value());
        }
        if (filter.from() != null) {
            where.append(" AND s.user_id = ?");
            values.add(filter.from().value());
        }
        if (filter.before() != null) {
            where.append(" AND s.created_at < ?");
            values.add(MessageRows.column(filter.before()));
        }
        if (filter.after() != null) {
            where.append(" AND s.created_at >= ?");
            values.add(MessageRows.column(filter.after()));
        }
        return where.toString();
    }

    private static SearchPlace place(ResultSet row) throws SQLException {
        return new SearchPlace(
                MessageRows.instant(row.getObject(1, LocalDateTime.class)), new RoomId(row.getLong(2)), row.getLong(3));
    }

    @Override
    public List<Message> read(UserId reader, List<SearchPlace> places) {
        int size = ListStatement.sizeFor(places.size());
        List<Object> values = new ArrayList<>(Collections.nCopies(3, reader.value()));
        for (int i = 0; i < size; i++) {
            SearchPlace place = places.get(Math.min(i, places.size() - 1));
            values.add(place.roomId().value());
            values.add(place.seq());
        }
        Map<List<Long>, Message> found = new HashMap<>();
        statements
                .searchWith(READ.text(size), values, rows::all)
                .forEach(message -> found.put(List.of(message.roomId().value(), message.seq()), message));
        return places.stream()
                .map(place -> found.get(List.of(place.roomId().value(), place.seq())))
                .filter(Objects::nonNull)
                .toList();
    }
}
