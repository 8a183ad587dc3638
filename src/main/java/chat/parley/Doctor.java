package chat.parley;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tries the settings against the real database, Redis, disk and clock, before or while a server runs with them. */
final class Doctor {
    private static final long LITTLE_SPACE = 1L << 30;

    private Doctor() {}

    /** Prints what was found; 0 if a server can run with these settings. */
    static int examine(StartupSettings settings, PrintStream out) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.well("settings", "every name is known"));
        findings.add(secrets(settings));
        findings.add(storage(settings.storage()));
        findings.add(keys(settings.config().getValue("parley.identity.keys", Path.class)));
        findings.addAll(DatabaseDoctor.examine(settings));
        findings.add(RedisDoctor.examine(settings.config()));
        findings.forEach(out::println);
        long ill = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ILL)
                .count();
        out.println(ill == 0 ? "Parley can run with these settings." : ill + " of these keep Parley from running.");
        return ill == 0 ? 0 : 1;
    }

    private static Finding secrets(StartupSettings settings) {
        try {
            settings.refuseExamples();
            return Finding.well("secrets", "none is one of the examples");
        } catch (RuntimeException e) {
            return Finding.ill("secrets", String.valueOf(e.getMessage()), "openssl rand -base64 24 makes a good one");
        }
    }

    private static Finding storage(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace();
            return free < LITTLE_SPACE
                    ? Finding.doubtful("storage", folder + " has " + megabytes(free) + " left", "make room on " + store)
                    : Finding.well("storage", folder + " can be written, " + megabytes(free) + " left");
        } catch (IOException e) {
            return Finding.ill(
                    "storage",
                    folder + " cannot be written: " + e,
                    "let it belong to the user that runs the server, or choose another with PARLEY_STORAGE");
        }
    }

    private static Finding keys(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Finding.well("keys", "none yet in " + folder + "; the first start makes one");
        }
        try (var files = Files.list(folder)) {
            List<Path> keys =
                    files.filter(file -> file.toString().endsWith(".jwk")).toList();
            for (Path key : keys) {
                if (!Files.isReadable(key)) {
                    return Finding.ill("keys", key + " cannot be read", "let it belong to the user of the server");
                }
                if (othersMayRead(key)) {
                    return Finding.doubtful("keys", key + " can be read by others", "chmod 600 " + key);
                }
            }
            return Finding.well("keys", keys.size() + " in " + folder);
        } catch (IOException e) {
            return Finding.ill("keys", folder + " cannot be read: " + e, "let it belong to the user of the server");
        }
    }

    private static boolean othersMayRead(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(permission -> permission.name().startsWith("OTHERS"));
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }
}
