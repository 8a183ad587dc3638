package chat.parley.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** MySQL's own record of every statement that it executes, while it is on. */
public final class QueryLog {
    private final Database database;
    private final Path file = Lab.FOLDER.resolve("queries.log").toAbsolutePath();

    public QueryLog(Database database) {
        this.database = database;
    }

    public void on() {
        database.execute("SET GLOBAL general_log_file = '" + file + "'");
        file.toFile().delete();
        database.execute("SET GLOBAL general_log = ON");
    }

    /** Ends the record; returns how many statements in it read from that table. */
    public long off(String table) {
        database.execute("SET GLOBAL general_log = OFF");
        String from = "from " + table + " ";
        try (var lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.contains("\texecute") || line.contains(" execute") || line.contains(" query"))
                    .filter(line -> line.contains(from))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
