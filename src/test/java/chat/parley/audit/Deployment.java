package chat.parley.audit;

import chat.parley.embedded.TestMySql;
import chat.parley.testing.PackagedServer;
import chat.parley.testing.TestRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers under audit: a database, one node or several, and from two up a Redis. */
final class Deployment implements AutoCloseable {
    private static final String PREFIX = "parley_audit_";
    private static final String PLENTY = "1000000";
    private static final int LAST_WORDS = 30;

    private final TestMySql mysql;
    private final String schema = PREFIX + System.currentTimeMillis();
    private final @Nullable TestRedis redis;
    private final List<PackagedServer> nodes = new ArrayList<>();

    private Deployment(Path folder, int nodeCount) throws IOException, InterruptedException, SQLException {
        mysql = TestMySql.start(folder.resolve("database"));
        redis = nodeCount > 1 ? TestRedis.started() : null;
        try {
            newSchema();
            for (int i = 1; i <= nodeCount; i++) {
                nodes.add(setup(folder, i).start());
            }
        } catch (IOException | SQLException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts everything, with an empty schema. */
    static Deployment start(Path folder, int nodes) throws IOException, InterruptedException, SQLException {
        return new Deployment(folder, nodes);
    }

    // Short lives of tokens make clients renew them; cheap hashes and high limits make room for many at one address.
    private PackagedServer.Setup setup(Path folder, int number) {
        PackagedServer.Setup setup = PackagedServer.on(folder.resolve("node-" + number))
                .with("PARLEY_DB_URL", mysql.url(schema))
                .with("PARLEY_DB_USER", mysql.user())
                .with("PARLEY_DB_PASSWORD", mysql.password())
                .with("PARLEY_IDENTITY_KEYS", folder.resolve("keys").toString())
                .with("PARLEY_IDENTITY_ACCESS_TOKEN_LIFETIME", "90s")
                .with("PARLEY_IDENTITY_HASHING_MEMORY_KIB", "8192")
                .with("PARLEY_IDENTITY_HASHING_ITERATIONS", "1")
                .with("PARLEY_IDENTITY_HASHING_QUEUE", "10000")
                .with("PARLEY_IDENTITY_THROTTLE_ADDRESS_ATTEMPTS", PLENTY)
                .with("PARLEY_IDENTITY_THROTTLE_REGISTRATION_ATTEMPTS", PLENTY)
                .jvm("-Xmx512m");
        return redis == null ? setup : setup.redis(redis);
    }

    private void newSchema() throws SQLException {
        try (Connection connection = mysql.connect();
                Statement statement = connection.createStatement()) {
            List<String> old = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SHOW DATABASES LIKE '" + PREFIX + "%'")) {
                while (found.next()) {
                    old.add(found.getString(1));
                }
            }
            for (String name : old) {
                statement.execute("DROP DATABASE " + name);
            }
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
        }
    }

    List<URI> addresses() {
        return nodes.stream().map(PackagedServer::address).toList();
    }

    int nodeCount() {
        return nodes.size();
    }

    PackagedServer node(int index) {
        return nodes.get(index);
    }

    TestMySql database() {
        return mysql;
    }

    TestRedis redis() {
        if (redis == null) {
            throw new IllegalStateException("a single node has no Redis");
        }
        return redis;
    }

    /** What the nodes said last, without the stacks. */
    String lastWords() {
        return nodes.stream()
                .map(node -> node.log().lines().filter(Deployment::isEntry).toList())
                .map(lines -> String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size())))
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean isEntry(String line) {
        return !line.isEmpty() && Character.isDigit(line.charAt(0));
    }

    /** A connection of our own to the nodes' schema. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(mysql.url(schema), mysql.user(), mysql.password());
    }

    @Override
    public void close() throws InterruptedException {
        for (PackagedServer node : nodes) {
            node.close();
        }
        if (redis != null) {
            redis.close();
        }
        mysql.close();
    }
}
