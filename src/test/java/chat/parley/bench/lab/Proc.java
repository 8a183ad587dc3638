package chat.parley.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel has counted for a process. */
public final class Proc {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int PAGE = 4096;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private Proc() {}

    /** CPU time of all its threads, past ones too, in user and kernel mode. */
    public static long cpuMicros(long pid) {
        String stat = read(pid, "stat");
        // The name of the program, in brackets, may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * MICROS_PER_TICK;
    }

    /** Resident memory in bytes. */
    public static long rss(long pid) {
        return bytes(pid, "VmRSS:");
    }

    /** Resident memory that is not backed by a file: what would have to be swapped. */
    public static long anonymous(long pid) {
        return bytes(pid, "RssAnon:");
    }

    /** What the whole machine's TCP sockets hold in the kernel, in bytes. */
    public static long kernelTcp() {
        try {
            String tcp = Files.readAllLines(Path.of("/proc/net/sockstat")).stream()
                    .filter(line -> line.startsWith("TCP:"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(tcp.substring(tcp.lastIndexOf(' ') + 1)) * PAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(long pid, String name) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
