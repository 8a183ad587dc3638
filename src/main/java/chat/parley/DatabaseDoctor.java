package chat.parley;

import chat.parley.embedded.StartFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at the database: whether it answers, is what Parley needs, lets it do what it has to, and tells the same time. */
final class DatabaseDoctor {
    private static final String PLACE = "database";
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);

    private DatabaseDoctor() {}

    static List<Finding> examine(StartupSettings settings) {
        String url = settings.databaseUrl();
        if (url == null) {
            return List.of(Finding.doubtful(
                    PLACE, "the embedded MySQL, for trying out", "for production set PARLEY_DB_URL to a MySQL 8"));
        }
        try {
            DatabaseProbe.check(url, settings.databaseUser(), settings.databasePassword());
        } catch (StartFailure e) {
            return List.of(Finding.ill(
                    PLACE,
                    String.valueOf(e.getMessage()),
                    "see that it runs, and that PARLEY_DB_URL, PARLEY_DB_USER and PARLEY_DB_PASSWORD are right"));
        }
        try (Connection connection = DatabaseProbe.connect(url, settings.databaseUser(), settings.databasePassword())) {
            return connection == null ? List.of() : examine(connection, url);
        } catch (SQLException e) {
            return List.of(Finding.ill(PLACE, String.valueOf(e.getMessage()), "see the log of MySQL"));
        }
    }

    private static List<Finding> examine(Connection connection, String url) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        String product = connection.getMetaData().getDatabaseProductVersion();
        findings.add(Finding.well(PLACE, "MySQL " + product + " at " + DatabaseProbe.withoutQuery(url)));
        findings.add(rights(connection));
        findings.add(encoding(connection));
        findings.add(clock(connection));
        return findings;
    }

    // What migrations do is tried on a table of its own.
    private static Finding rights(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parley_doctor (id BIGINT PRIMARY KEY)");
            statement.execute("ALTER TABLE parley_doctor ADD COLUMN name VARCHAR(10)");
            statement.execute("CREATE INDEX parley_doctor_name ON parley_doctor (name)");
            statement.execute("DROP TABLE parley_doctor");
            return Finding.well("rights", "tables can be made, changed and removed");
        } catch (SQLException e) {
            return Finding.ill(
                    "rights",
                    String.valueOf(e.getMessage()),
                    "GRANT ALL ON <database>.* to the user; if parley_doctor exists already, drop it");
        }
    }

    private static Finding encoding(Connection connection) throws SQLException {
        String found = value(connection, "SELECT @@character_set_database");
        return "utf8mb4".equals(found)
                ? Finding.well("encoding", found)
                : Finding.doubtful("encoding", found, "ALTER DATABASE <database> CHARACTER SET utf8mb4");
    }

    private static Finding clock(Connection connection) throws SQLException {
        Instant before = Instant.now();
        double theirs = Double.parseDouble(value(connection, "SELECT UNIX_TIMESTAMP(NOW(3))"));
        Instant middle = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
        Duration apart = Duration.between(middle, Instant.ofEpochMilli((long) (theirs * 1_000)))
                .abs();
        return apart.compareTo(NOTICEABLE) < 0
                ? Finding.well("clock", "agrees with the database's to " + apart.toMillis() + " ms")
                : Finding.doubtful(
                        "clock",
                        apart.toSeconds() + " s apart from the database's",
                        "let both follow NTP (timedatectl)");
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
