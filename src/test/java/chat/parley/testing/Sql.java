package chat.parley.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings about what no client can: an account that was disabled, a session from long ago. */
@ApplicationScoped
public class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Runs one statement and returns how many rows it changed. */
    public int update(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
