package chat.parley.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The MySQL that travels on the class path, unpacked once per user. The folder appears by a rename, so that whoever
 * sees it sees all of it.
 */
record MySqlBinary(Path home) {
    private static final String VERSION = "mysql-8.0.12";

    static MySqlBinary unpacked() {
        return unpackedUnder(cacheFolder());
    }

    static MySqlBinary unpackedUnder(Path cache) {
        MySqlBinary binary = new MySqlBinary(cache.resolve(VERSION));
        if (Files.notExists(binary.home)) {
            try {
                Files.createDirectories(cache);
                binary.unpack(cache);
            } catch (IOException e) {
                throw new StartFailure("The embedded MySQL could not be unpacked into " + cache + " (" + e + ").", e);
            }
        }
        return binary;
    }

    Path mysqld() {
        return home.resolve("bin/mysqld");
    }

    private void unpack(Path cache) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.exists(home)) {
                return;
            }
            Path half = cache.resolve(VERSION + ".unpacking");
            Folders.delete(half);
            Files.createDirectories(half);
            untar(archive(), half);
            if (onLinux()) {
                StandInLibrary.writeAll(half.resolve("bin"));
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void untar(InputStream archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-xzof", "-", "-C", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (archive;
                OutputStream input = tar.getOutputStream()) {
            archive.transferTo(input);
        }
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("tar failed");
        }
    }

    private static InputStream archive() {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        InputStream archive = platform == null
                ? null
                : MySqlBinary.class.getClassLoader().getResourceAsStream("mysql-" + platform + ".tar.gz");
        if (archive == null) {
            throw new StartFailure("There is no embedded MySQL for this platform (" + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + "); point PARLEY_DB_URL, PARLEY_DB_USER and"
                    + " PARLEY_DB_PASSWORD to a MySQL 8 of your own.");
        }
        return archive;
    }

    // macOS runs the Intel binary on its own processors as well.
    static @Nullable String platform(String system, String processor) {
        if (system.equals("Linux") && processor.equals("amd64")) {
            return "Linux-amd64";
        }
        return system.equals("Mac OS X") ? "Mac_OS_X-x86_64" : null;
    }

    static boolean onLinux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    // HOME before user.home: the JDK reads the latter from the user database, which containers seldom keep right.
    private static Path cacheFolder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        String home = System.getenv("HOME");
        Path caches = xdg != null && !xdg.isBlank()
                ? Path.of(xdg)
                : Path.of(home != null && !home.isBlank() ? home : System.getProperty("user.home"), ".cache");
        return caches.resolve("parley").toAbsolutePath();
    }
}
