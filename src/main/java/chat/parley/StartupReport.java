package chat.parley;

import chat.parley.embedded.StartFailure;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
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
            case QuarkusBindException taken ->
                say(
                        "Port " + taken.getPort() + " on " + taken.getHost()
                                + " is in use or not ours to take; choose another with PARLEY_HTTP_PORT or PARLEY_HTTP_MANAGEMENT_PORT.");
            case ConfigurationException _, ConfigValidationException _ -> say(root.getMessage());
            default -> {
                say("The server could not start: " + root);
                failure.printStackTrace();
            }
        }
    }

    private static void say(@Nullable String sentence) {
        System.err.println("parley: " + sentence);
    }
}
