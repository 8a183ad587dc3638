package chat.parley;

import chat.parley.embedded.StartFailure;
import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is wrong with a database before a whole server fails over it. */
final class DatabaseProbe {
    private static final int OLDEST_MYSQL = 8;

    private DatabaseProbe() {}

    static void check(String url, String user, String password) {
        try (Connection connection = connect(url, user, password)) {
            if (connection == null) {
                throw new StartFailure(
                        "PARLEY_DB_URL must begin with jdbc:mysql://, but is " + withoutQuery(url) + ".");
            }
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MYSQL) {
                throw new StartFailure("Parley needs MySQL 8.0 or newer; " + withoutQuery(url) + " is "
                        + connection.getMetaData().getDatabaseProductVersion() + ".");
            }
        } catch (SQLException e) {
            throw new StartFailure("The database " + withoutQuery(url) + " cannot be used: " + reason(e), e);
        }
    }

    static @Nullable Connection connect(String url, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5000");
        login.setProperty("socketTimeout", "10000");
        return new Driver().connect(url, login);
    }

    // A URL may carry a password among its parameters.
    static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
