package chat.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MySqlBinaryTest {
    @TempDir
    Path cache;

    @Test
    void everyPlatformGetsItsOwnBinaryOrNone() {
        assertThat(MySqlBinary.platform("Linux", "amd64")).isEqualTo("Linux-amd64");
        assertThat(MySqlBinary.platform("Mac OS X", "aarch64")).isEqualTo("Mac_OS_X-x86_64");
        assertThat(MySqlBinary.platform("Linux", "aarch64")).isNull();
        assertThat(MySqlBinary.platform("Windows 11", "amd64")).isNull();
    }

    @Test
    void anInterruptedUnpackingIsDoneAgainAndAFinishedOneKept() throws IOException {
        Path half = Files.createDirectories(cache.resolve("mysql-8.0.12.unpacking/bin"));
        Files.createFile(half.resolve("leftover"));

        Path mysqld = MySqlBinary.unpackedUnder(cache).mysqld();

        assertThat(mysqld).isExecutable();
        assertThat(mysqld.resolveSibling("leftover")).doesNotExist();
        Object unpackedAt = Files.getAttribute(mysqld, "unix:ctime");
        assertThat(Files.getAttribute(MySqlBinary.unpackedUnder(cache).mysqld(), "unix:ctime"))
                .isEqualTo(unpackedAt);
    }

    @Test
    void theBinaryRunsOnThisMachineAsItIs() throws Exception {
        Process version = new ProcessBuilder(
                        MySqlBinary.unpackedUnder(cache).mysqld().toString(), "--no-defaults", "--version")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Ver 8.0.12")
                .hasLineCount(1);
        assertThat(version.waitFor()).isZero();
    }
}
