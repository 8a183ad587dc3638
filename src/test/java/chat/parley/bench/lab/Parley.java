package chat.parley.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A running Parley with a schema of its own, and the means to sign in to it. */
public final class Parley implements AutoCloseable {
    // Everybody comes from one address here, and nobody is to be refused for that.
    private static final Map<String, String> SETTINGS = Map.of(
            "PARLEY_IDENTITY_THROTTLE_ADDRESS_ATTEMPTS", "1000000",
            "PARLEY_IDENTITY_THROTTLE_REGISTRATION_ATTEMPTS", "1000000");

    private final Database.Schema schema;
    private final Child child;
    private final Tokens tokens;
    private final long databasePid;

    private Parley(Database.Schema schema, Child child, Tokens tokens, long databasePid) {
        this.schema = schema;
        this.child = child;
        this.tokens = tokens;
        this.databasePid = databasePid;
    }

    public static Parley start(Lab lab, String name, Map<String, String> settings) {
        Path storage = Lab.FOLDER.resolve("storage-" + name).toAbsolutePath();
        delete(storage);
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        Database.Schema schema = lab.database().schema(name);
        Child child = Servers.parley(schema, storage, all);
        return new Parley(schema, child, Tokens.of(storage), lab.database().pid());
    }

    public Database.Schema schema() {
        return schema;
    }

    public int port() {
        return child.port();
    }

    public long pid() {
        return child.pid();
    }

    public double readyAfterSeconds() {
        return child.readyAfterSeconds();
    }

    /** Of the server and of its database. */
    public long cpuMicros() {
        return Proc.cpuMicros(pid()) + Proc.cpuMicros(databasePid);
    }

    /** The first frame of the seeded user of that number. */
    public String openFrame(int user) {
        return openFrame(user, "");
    }

    /** With what the client knows already, as JSON: {@code "<room id>":{"rev":17}}. */
    public String openFrame(int user, String knownRooms) {
        return "{\"id\":1,\"route\":\"session.open\",\"body\":{\"token\":\"" + tokens.of(user) + "\",\"rooms\":{"
                + knownRooms + "}}}";
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
