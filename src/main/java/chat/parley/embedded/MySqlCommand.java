package chat.parley.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of mysqld: small, on the loopback interface alone, and durable. */
record MySqlCommand(MySqlBinary binary) {
    /**
     * After each commit four threads of this MySQL's log look for more work every 10 µs, then 20, then 40, and so on,
     * which costs more than the commit did. So the kernel may let timers end up to two milliseconds late, and puts those
     * looks together; commits get quicker by it, as less stands in their way. A process keeps this across {@code exec}.
     * Elsewhere than on Linux there is no such setting, and nothing happens.
     */
    private static final String WITH_LAZY_TIMERS =
            "{ echo 2000000 >/proc/self/timerslack_ns; } 2>/dev/null; exec \"$@\"";

    /**
     * Each write to the log is on the disk when it returns, and a commit waits for that write. In the usual way, {@code 1},
     * a commit waits for a flush behind the write, and wakes who flushes, but not who writes: that thread of this MySQL
     * finds out at its next look, up to a tenth of a second later if nobody has written for a while. For a write it is woken.
     */
    private static final List<String> DURABLE =
            List.of("--innodb-flush-method=O_DSYNC", "--innodb-flush-log-at-trx-commit=2");

    /** Where a write that has returned may still be on its way inside the disk, which only a flush finds out. */
    private static final List<String> DURABLE_ELSEWHERE = List.of("--innodb-flush-log-at-trx-commit=1");

    List<String> initialise(Path data) {
        return command(
                data,
                "--initialize-insecure",
                "--auto-generate-certs=OFF",
                "--sha256-password-auto-generate-rsa-keys=OFF",
                "--caching-sha2-password-auto-generate-rsa-keys=OFF");
    }

    List<String> serve(Path data, Path initFile, int port) {
        List<String> command = command(
                data,
                "--init-file=" + initFile,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mysql.sock",
                "--pid-file=mysqld.pid",
                "--mysqlx=OFF",
                "--skip-ssl",
                "--default-authentication-plugin=mysql_native_password",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--skip-log-bin",
                "--event-scheduler=OFF",
                "--performance-schema=OFF",
                "--max-connections=100",
                "--table-open-cache=400",
                "--table-definition-cache=400",
                "--innodb-buffer-pool-size=128M",
                // The others would be woken after every commit of a quiet server, for nothing.
                "--innodb-purge-threads=1");
        command.addAll(MySqlBinary.onLinux() ? DURABLE : DURABLE_ELSEWHERE);
        return command;
    }

    private List<String> command(Path data, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                WITH_LAZY_TIMERS,
                "sh",
                binary.mysqld().toString(),
                "--no-defaults",
                "--basedir=" + binary.home(),
                "--lc-messages-dir=" + binary.home().resolve("share"),
                dataOption(data),
                "--innodb-use-native-aio=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(options));
        return command;
    }

    /** By this argument a running mysqld tells whose data it serves. */
    static String dataOption(Path data) {
        return "--datadir=" + data;
    }
}
