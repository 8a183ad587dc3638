package chat.parley.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What mysqld and the system's loader had to say, appended to one file. */
record MySqlLog(Path file) {
    Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
                .start();
    }

    /** The last lines, for a person who has to find out why MySQL would not start. */
    String tail() {
        try {
            List<String> lines = Files.readAllLines(file);
            return "Its log " + file + " ends with:\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "Its log " + file + " cannot be read.";
        }
    }
}
