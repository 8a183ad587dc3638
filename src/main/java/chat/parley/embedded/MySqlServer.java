package chat.parley.embedded;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** How to start this one MySQL, again and again, at the same address. */
record MySqlServer(MySqlCommand command, DataFolder folder, String password, int port) {
    static final String USER = "parley";
    static final String SCHEMA = "parley";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    static MySqlServer of(MySqlCommand command, DataFolder folder) throws IOException {
        return new MySqlServer(command, folder, folder.password(), freePort());
    }

    Process launch() throws IOException {
        Folders.writePrivately(folder.initFile(), initSql());
        return log().run(command.serve(folder.data(), folder.initFile(), port));
    }

    /** Connects until it works: MySQL lets nobody in before the init file has set the password. */
    void awaitReady(Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!accepts()) {
            if (!process.isAlive()) {
                throw new StartFailure("The embedded MySQL ended while it started. " + log().tail());
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new StartFailure("The embedded MySQL did not start in time. " + log().tail());
            }
            Thread.sleep(50);
        }
        Files.deleteIfExists(folder.initFile());
    }

    void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    String url(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?sslMode=DISABLED";
    }

    MySqlLog log() {
        return new MySqlLog(folder.log());
    }

    private boolean accepts() {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        try (Connection connection = new Driver().connect(url(SCHEMA), login)) {
            return connection != null;
        } catch (SQLException notYet) {
            return false;
        }
    }

    // MySQL reads one statement a line. The wide grant covers the schemas that tests make for themselves.
    private String initSql() {
        return """
                ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '%1$s';
                CREATE USER IF NOT EXISTS '%2$s'@'localhost';
                ALTER USER '%2$s'@'localhost' IDENTIFIED WITH mysql_native_password BY '%1$s';
                GRANT ALL ON `%2$s%%`.* TO '%2$s'@'localhost';
                CREATE DATABASE IF NOT EXISTS `%3$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
                """.formatted(password, USER, SCHEMA);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
