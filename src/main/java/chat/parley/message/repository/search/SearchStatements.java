package chat.parley.message.repository.search;

import chat.parley.message.MessageError;
import chat.parley.message.port.search.SearchConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Runs single statements on the connection of the present transaction. */
@ApplicationScoped
class SearchStatements {
    // ER_QUERY_TIMEOUT, ER_QUERY_INTERRUPTED, ER_FILSORT_ABORT (both of the former, while it sorts), and the full
    // text's
    // ER_TABLE_... "exceeds result cache limit"
    private static final Set<Integer> TOO_MUCH = Set.of(3024, 1317, 1028, 188);

    private final DataSource database;
    private final String bounded;

    SearchStatements(DataSource database, SearchConfig config) {
        this.database = database;
        this.bounded =
                "SELECT /*+ MAX_EXECUTION_TIME(" + config.timeout().dividedBy(2).toMillis() + ") */ ";
    }

    @FunctionalInterface
    interface Work<A, T> {
        T on(A subject) throws SQLException;
    }

    /** Reads rows of a statement that is given without its SELECT; the server ends it after half of a search's time. */
    <T> List<T> search(String columnsAndRest, Work<ResultSet, T> mapping, List<?> values) {
        return run(bounded + columnsAndRest, values, select -> rows(select, mapping));
    }

    <T> T searchWith(String columnsAndRest, List<?> values, Work<PreparedStatement, T> reading) {
        return run(bounded + columnsAndRest, values, reading);
    }

    <T> List<T> list(String sql, Work<ResultSet, T> mapping, List<?> values) {
        return run(sql, values, select -> rows(select, mapping));
    }

    int update(String sql, List<?> values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** Runs the statement once with each of these lists of values. */
    void updateAll(String sql, List<? extends List<?>> all) {
        if (all.isEmpty()) {
            return;
        }
        run(sql, List.of(), update -> {
            for (List<?> values : all) {
                set(update, values);
                update.addBatch();
            }
            return update.executeBatch();
        });
    }

    // Inside a transaction the pool hands out its connection, and closing it only gives it back.
    private <T> T run(String sql, List<?> values, Work<PreparedStatement, T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return work.on(statement);
        } catch (SQLException e) {
            throw TOO_MUCH.contains(e.getErrorCode())
                    ? ParleyException.of(MessageError.SEARCH_TIMEOUT)
                    : ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    private static void set(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static <T> List<T> rows(PreparedStatement select, Work<ResultSet, T> mapping) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(mapping.on(row));
            }
        }
        return all;
    }
}
