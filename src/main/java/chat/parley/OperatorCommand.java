package chat.parley;

import chat.parley.embedded.StartFailure;
import chat.parley.identity.integration.SigningKeyRotation;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.spi.Converter;

/** What the program does besides serving, for those who run it. */
final class OperatorCommand {
    private static final int USAGE = 2;
    /** Clocks of several nodes differ a little, and a node looks for a newer key once a minute. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private OperatorCommand() {}

    /** The exit code: 0 if all is well. */
    static int run(String... args) {
        try {
            return switch (args[0]) {
                case "doctor" -> Doctor.examine(StartupSettings.read(), System.out);
                case "rotate-key" -> rotateKey(StartupSettings.read().config());
                default -> {
                    System.err.println("parley: there is no command " + args[0] + "; there are doctor and rotate-key.");
                    yield USAGE;
                }
            };
        } catch (StartFailure failure) {
            System.err.println("parley: " + failure.getMessage());
            return 1;
        }
    }

    private static int rotateKey(SmallRyeConfig config) {
        Path folder = config.getValue("parley.identity.keys", Path.class);
        Converter<Duration> durations = config.requireConverter(Duration.class);
        Duration lifetime = durations.convert(config.getRawValue("parley.identity.access-token-lifetime"));
        try {
            var done = new SigningKeyRotation(folder, lifetime.plus(LATE)).rotate(Instant.now());
            System.out.printf(
                    "The key %s signs from now on, within a minute on every node. %d keys are valid, %d were removed.%n",
                    done.keyId(), done.validKeys(), done.removedKeys());
            return 0;
        } catch (IOException e) {
            throw new StartFailure("The keys in " + folder + " cannot be changed: " + e, e);
        }
    }
}
