package chat.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.embedded.TestMySql;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers that tests kill do come back where they were. */
class TestServersIT {
    @TempDir
    Path folder;

    @Test
    void aKilledMySqlKeepsWhatWasCommitted() throws Exception {
        try (TestMySql mysql = TestMySql.start(folder)) {
            execute(mysql, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(mysql, "INSERT INTO kept VALUES (42)");
            mysql.kill();
            assertThatThrownBy(mysql::connect).isInstanceOf(SQLException.class);
            mysql.restart();
            try (Connection connection = mysql.connect();
                    ResultSet row = connection.createStatement().executeQuery("SELECT id FROM kept")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void aStoppedRedisComesBackEmptyAndAPausedOneDoesNot() throws Exception {
        try (TestRedis redis = TestRedis.started()) {
            assertThat(ask(redis, "SET name parley")).startsWith("+OK");
            redis.pause();
            redis.resume();
            assertThat(ask(redis, "GET name")).startsWith("$6");
            redis.stop();
            redis.restart();
            assertThat(ask(redis, "GET name")).startsWith("$-1");
        }
    }

    private static void execute(TestMySql mysql, String sql) throws SQLException {
        try (Connection connection = mysql.connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(TestRedis redis, String command) throws Exception {
        URI url = URI.create(redis.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            byte[] bytes = new byte[64];
            int length = answer.read(bytes);
            return new String(bytes, 0, length, StandardCharsets.US_ASCII);
        }
    }
}
