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

    /** On an empty schema and storage. */
    public static Parley start(Lab lab, String name, Map<String, String> settings) {
        delete(storage(name));
        return start(lab, name, lab.database().schema(name), settings);
    }

    /** On what an earlier start has left. */
    public static Parley again(Lab lab, String name, Map<String, String> settings) {
        return start(lab, name, lab.database().existing(name), settings);
    }

    private static Parley start(Lab lab, String name, Database.Schema schema, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        Child child = Servers.parley(schema, storage(name), all, lab.scale().judges());
        return new Parley(
                schema, child, Tokens.of(storage(name)), lab.database().pid());
    }

    private static Path storage(String name) {
        return Lab.FOLDER.resolve("storage-" + name).toAbsolutePath();
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

    public String token(int user) {
        return tokens.of(user);
    }

    /** The first frame of the seeded user of that number. */
    public String openFrame(int user) {
        return openFrame(token(user), "");
    }

    /** With what the client knows already, as JSON: {@code "<room id>":{"rev":17}}. */
    public static String openFrame(String token, String knownRooms) {
        return "{\"id\":1,\"route\":\"session.open\",\"body\":{\"token\":\"" + token + "\",\"rooms\":{" + knownRooms
                + "}}}";
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
