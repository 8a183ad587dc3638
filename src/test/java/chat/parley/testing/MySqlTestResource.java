package chat.parley.testing;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StorageLock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One real MySQL for all the {@code @QuarkusTest} classes, which need not mention it: the annotation on this class
 * counts for the whole suite. The server's files stay under {@code target} for the next run; every run gets a schema
 * of its own.
 */
@QuarkusTestResource(MySqlTestResource.class)
public class MySqlTestResource implements QuarkusTestResourceLifecycleManager {
    private static final Path STORAGE = Path.of("target/test-mysql");
    private static final String PREFIX = "parley_test_";

    private final String schema = PREFIX + UUID.randomUUID().toString().replace("-", "");
    private StorageLock lock;
    private EmbeddedMySql mysql;

    @Override
    public Map<String, String> start() {
        lock = StorageLock.take(STORAGE);
        mysql = EmbeddedMySql.start(STORAGE);
        dropSchemas();
        execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
        return Map.of(
                "parley.db.url", mysql.url(schema),
                "parley.db.user", mysql.user(),
                "parley.db.password", mysql.password(),
                "parley.storage", "target/test-storage");
    }

    @Override
    public void stop() {
        dropSchemas();
        mysql.close();
        lock.close();
    }

    // Also those of runs that were killed: the lock says that nobody else is using them.
    private void dropSchemas() {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SHOW DATABASES LIKE '" + PREFIX.replace("_", "\\_") + "%'")) {
            while (found.next()) {
                schemas.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        schemas.forEach(name -> execute("DROP DATABASE " + name));
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(mysql.url(), mysql.user(), mysql.password());
    }
}
