package chat.parley.message.repository.change;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs single statements on the connection of the present transaction, or on any if there is none. */
@ApplicationScoped
class Statements {
    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    interface Work<A, T> {
        T on(A subject) throws SQLException;
    }

    // Inside a transaction the pool hands out its connection, and closing it only gives it back.
    <T> T run(Work<Connection, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    <T> T query(String sql, Work<PreparedStatement, T> reading, @Nullable Object... values) {
        return run(connection -> {
            try (PreparedStatement select = prepare(connection, sql, values)) {
                return reading.on(select);
            }
        });
    }

    /** What is made of each row. */
    <T> List<T> list(String sql, Work<ResultSet, T> mapping, @Nullable Object... values) {
        return query(
                sql,
                select -> {
                    List<T> found = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            found.add(mapping.on(row));
                        }
                    }
                    return found;
                },
                values);
    }

    int count(String sql, Object... values) {
        return list(sql, row -> row.getInt(1), values).getFirst();
    }

    void update(String sql, @Nullable Object... values) {
        run(connection -> update(connection, sql, values));
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, values)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
