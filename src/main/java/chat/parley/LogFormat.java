package chat.parley;

import chat.parley.embedded.StartFailure;
import io.smallrye.config.SmallRyeConfig;

/** People read log lines in a terminal; everything else gets them as JSON. */
final class LogFormat {
    private static final String JSON = "quarkus.log.console.json.enabled";

    private LogFormat() {}

    static void choose(SmallRyeConfig config) {
        String wanted =
                config.getOptionalValue("parley.log.format", String.class).orElse("auto");
        boolean json = switch (wanted) {
            case "json" -> true;
            case "text" -> false;
            case "auto" -> System.console() == null || !System.console().isTerminal();
            default -> throw new StartFailure("parley.log.format is auto, json or text, and not " + wanted + ".");
        };
        System.setProperty(JSON, Boolean.toString(json));
    }
}
