package chat.parley;

import chat.parley.embedded.StartFailure;
import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Why the server did not start: one sentence, and a stack trace only for what should never happen. */
final class StartupReport {
    private StartupReport() {}

    static void print(Throwable failure) {
        if (failure instanceof StartFailure) {
            say(failure.getMessage());
            return;
        }
        Throwable root = ExceptionUtil.getRootCause(failure);
        switch (root) {
            case BindException _, NativeIoException _, UnknownHostException _ ->
                say(cannotListen(failure, message(root)));
            case ConfigurationException _, ConfigValidationException _ -> say(root.getMessage());
            default -> {
                say("The server could not start: " + root);
                failure.printStackTrace();
            }
        }
    }

    // The failure does not say what it was refused, and what went wrong around it only if it was the management's port.
    private static String cannotListen(Throwable failure, String reason) {
        boolean management = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> message(cause).contains("management interface"));
        String server = management ? "quarkus.management" : "quarkus.http";
        String setting = management ? "PARLEY_HTTP_MANAGEMENT" : "PARLEY_HTTP";
        Config config = ConfigProvider.getConfig();
        return "Port %s of %s cannot be listened on (%s); choose another with %s_PORT or %s_HOST."
                .formatted(
                        config.getValue(server + ".port", String.class),
                        config.getValue(server + ".host", String.class),
                        reason,
                        setting,
                        setting);
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static void say(@Nullable String sentence) {
        System.err.println("parley: " + sentence);
    }
}
