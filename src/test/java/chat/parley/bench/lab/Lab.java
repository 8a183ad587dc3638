package chat.parley.bench.lab;

import chat.parley.bench.Scale;
import chat.parley.bench.load.Generator;
import java.nio.file.Path;

/** What all benchmarks of a run share: a database, a load generator, and how much is wanted. */
public record Lab(Database database, Generator generator, Scale scale) implements AutoCloseable {
    public static final Path FOLDER = Path.of("target/bench");

    public static Lab open(Scale scale) {
        return new Lab(new Database(), new Generator(), scale);
    }

    @Override
    public void close() {
        generator.close();
        database.close();
    }
}
