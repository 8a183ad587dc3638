package chat.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMySqlIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int O_SYNC = 04010000;

    @TempDir
    static Path storage;

    @TempDir
    Path elsewhere;

    @BeforeAll
    static void anInitialisationThatWasCutShortIsDoneAgain() throws IOException {
        Path half = Files.createDirectories(storage.resolve("mysql.initialising"));
        Files.writeString(half.resolve("ibdata1"), "half a file");
        EmbeddedMySql.start(storage).close();
        assertThat(half).doesNotExist();
    }

    @Test
    void whatWasWrittenIsThereAfterTheNextStart() throws SQLException {
        try (EmbeddedMySql first = EmbeddedMySql.start(storage)) {
            execute(first, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(first, "INSERT INTO kept VALUES (42)");
        }
        try (EmbeddedMySql second = EmbeddedMySql.start(storage)) {
            assertThat(number(second, "SELECT id FROM kept")).isEqualTo(42);
        }
    }

    /** {@code open(2)}: a write that has returned is on the disk, and so is what was committed. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void itsLogIsWrittenThroughToTheDisk() throws Exception {
        try (EmbeddedMySql mysql = EmbeddedMySql.start(storage)) {
            assertThat(number(mysql, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo(2);
            List<Integer> flags = flagsOfOpenFiles(mysql.pid(), "ib_logfile");
            assertThat(flags).isNotEmpty().allMatch(flag -> (flag & O_SYNC) == O_SYNC);
        }
    }

    private static List<Integer> flagsOfOpenFiles(long pid, String name) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        List<Integer> flags = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (target(file).startsWith(name)) {
                    String info = Files.readString(process.resolve("fdinfo").resolve(file.getFileName()));
                    flags.add(Integer.parseInt(info.replaceFirst("(?s).*flags:\\s*(\\d+).*", "$1"), 8));
                }
            }
        }
        return flags;
    }

    /** The name of an open file; empty when it was closed since it was listed, as those of others may be any time. */
    private static String target(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).getFileName().toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    @Test
    void theMySqlThatAKilledServerLeftIsEnded() throws Exception {
        MySqlServer forsaken = MySqlServer.of(new MySqlCommand(MySqlBinary.unpacked()), new DataFolder(storage));
        Process orphan = forsaken.launch();
        forsaken.awaitReady(orphan);

        try (EmbeddedMySql mysql = EmbeddedMySql.start(storage)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(number(mysql, "SELECT 1")).isOne();
        }
    }

    @Test
    void aMySqlThatIsKilledComesBackAtTheSameAddress() throws Exception {
        try (EmbeddedMySql mysql = EmbeddedMySql.start(storage)) {
            long killed = mysql.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE).ignoreExceptions().until(() -> number(mysql, "SELECT 1") == 1);
            assertThat(mysql.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void nothingIsLeftRunningAfterTheEnd() {
        EmbeddedMySql mysql = EmbeddedMySql.start(storage);
        long pid = mysql.pid();

        mysql.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void onlyThePasswordOpensIt() throws Exception {
        try (EmbeddedMySql mysql = EmbeddedMySql.start(storage)) {
            DriverManager.getConnection(mysql.url(), "root", mysql.password()).close();
            assertThatThrownBy(() -> DriverManager.getConnection(mysql.url(), "root", ""))
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(mysql.url(), mysql.user(), ""))
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void aDamagedPasswordFileIsReplacedByOneForTheOwnerAlone() throws Exception {
        Path file = storage.resolve("mysql-password");
        Files.writeString(file, "'; DROP DATABASE parley; --");

        try (EmbeddedMySql mysql = EmbeddedMySql.start(storage)) {
            assertThat(number(mysql, "SELECT 1")).isOne();
            assertThat(Files.readString(file).strip()).isEqualTo(mysql.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void thePasswordIsNotLeftInTheInitFile() {
        try (EmbeddedMySql _ = EmbeddedMySql.start(storage)) {
            assertThat(storage.resolve("mysql-init.sql")).doesNotExist();
        }
    }

    @Test
    void aFolderWithOtherThingsInItIsLeftAlone() throws IOException {
        Path precious = Files.createDirectories(elsewhere.resolve("mysql")).resolve("precious");
        Files.writeString(precious, "mine");

        assertThatThrownBy(() -> EmbeddedMySql.start(elsewhere)).isInstanceOf(StartFailure.class);
        assertThat(precious).hasContent("mine");
    }

    @Test
    void aMySqlThatCannotStartIsQuoted() throws IOException {
        Path data = Files.createDirectories(elsewhere.resolve("mysql"));
        Files.writeString(data.resolve("mysql.ibd"), "not a tablespace");

        assertThatThrownBy(() -> EmbeddedMySql.start(elsewhere))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("[ERROR]");
        assertThat(data.resolve("mysql.ibd")).hasContent("not a tablespace");
    }

    private static void execute(EmbeddedMySql mysql, String sql) throws SQLException {
        try (Connection connection = connect(mysql)) {
            connection.createStatement().execute(sql);
        }
    }

    private static int number(EmbeddedMySql mysql, String sql) throws SQLException {
        try (Connection connection = connect(mysql);
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }

    private static Connection connect(EmbeddedMySql mysql) throws SQLException {
        return DriverManager.getConnection(mysql.url(), mysql.user(), mysql.password());
    }
}
