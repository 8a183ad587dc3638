package chat.parley.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On what the figures were taken. */
public record Machine(String text) {
    public static Machine describe(String mysqlVersion) {
        return new Machine("%s, %d cores, Linux %s; JDK %s; MySQL %s; load average at the start %s; %s"
                .formatted(
                        line("/proc/cpuinfo", "model name"),
                        cores(),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        mysqlVersion,
                        loadAverage(),
                        LocalDate.now(ZoneOffset.UTC)));
    }

    /** How busy the machine is, with others' work too. */
    public static String loadAverage() {
        return read("/proc/loadavg").split(" ")[0];
    }

    // Not the JVM's answer: we are bound to one of them.
    private static long cores() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("processor"))
                .count();
    }

    private static String line(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
