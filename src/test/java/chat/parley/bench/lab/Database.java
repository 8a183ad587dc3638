package chat.parley.bench.lab;

import chat.parley.embedded.EmbeddedMySql;
import chat.parley.embedded.StorageLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One MySQL for all benchmarks, external to the servers and on their core. */
public final class Database implements AutoCloseable {
    private static final Path STORAGE = Path.of("target/bench/database");

    private final StorageLock lock = StorageLock.take(STORAGE);
    private final EmbeddedMySql mysql = EmbeddedMySql.start(STORAGE);

    public Database() {
        Cores.bind(Cores.SERVER, pid());
    }

    /** One benchmark's tables. */
    public record Schema(String url, String user, String password) {
        public Connection connect() {
            try {
                return DriverManager.getConnection(url + "&rewriteBatchedStatements=true", user, password);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An empty schema; Parley fills it with its tables at its start. */
    public Schema schema(String name) {
        String schema = "parley_bench_" + name;
        execute("DROP DATABASE IF EXISTS " + schema);
        execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
        return existing(name);
    }

    /** The schema as it is. */
    public Schema existing(String name) {
        return new Schema(mysql.url("parley_bench_" + name), mysql.user(), mysql.password());
    }

    public long pid() {
        try {
            return Long.parseLong(
                    Files.readString(STORAGE.resolve("mysql/mysqld.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement with all rights. */
    public void execute(String sql) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(mysql.url("mysql"), "root", mysql.password());
    }

    @Override
    public void close() {
        mysql.close();
        lock.close();
    }
}
