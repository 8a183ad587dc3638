package chat.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Where one embedded MySQL keeps what it must not lose. */
record DataFolder(Path storage) {
    Path data() {
        return storage.resolve("mysql");
    }

    // MySQL is set up here and renamed when done: a folder under its final name is always a whole one.
    Path halfInitialised() {
        return storage.resolve("mysql.initialising");
    }

    Path initFile() {
        return storage.resolve("mysql-init.sql");
    }

    Path log() {
        return storage.resolve("logs/mysql.log");
    }

    void prepare(MySqlCommand command) throws IOException, InterruptedException {
        Files.createDirectories(log().getParent());
        if (Files.exists(data().resolve("mysql.ibd"))) {
            return;
        }
        if (Files.exists(data()) && !Folders.isEmpty(data())) {
            throw new StartFailure("The folder " + data() + " holds something else than a MySQL; move it away.");
        }
        Folders.delete(halfInitialised());
        initialise(command);
        Files.deleteIfExists(data());
        Files.move(halfInitialised(), data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(MySqlCommand command) throws IOException, InterruptedException {
        MySqlLog log = new MySqlLog(log());
        Process process = log.run(command.initialise(halfInitialised()));
        try {
            if (process.waitFor() != 0) {
                throw new StartFailure("The embedded MySQL could not set up its data. " + log.tail());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Every start sets this password anew, so that the file alone decides, and a lost file does not lock anyone out. */
    String password() throws IOException {
        Path file = storage.resolve("mysql-password");
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (kept.matches("[0-9A-Za-z]{16,}")) {
                return kept;
            }
        }
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        String fresh = HexFormat.of().formatHex(random);
        Folders.writePrivately(file, fresh + "\n");
        return fresh;
    }
}
