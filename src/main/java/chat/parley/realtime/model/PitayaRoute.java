package chat.parley.realtime.model;

import chat.parley.realtime.PitayaError;
import chat.parley.shared.error.ParleyException;
import java.util.List;

/**
 * A route as Pitaya's clients write it: {@code service.method}, or with the type of the server in front.
 *
 * @param name the route as everybody else writes it
 */
public record PitayaRoute(String serverType, String name) {
    private static final String OURS = "chat";

    /**
     * Takes a route apart.
     *
     * @throws ParleyException {@code PIT-400} if it has not two or three parts
     */
    public static PitayaRoute parse(String route) {
        List<String> parts = List.of(route.split("\\.", -1));
        if (parts.size() < 2 || parts.size() > 3) {
            throw ParleyException.of(PitayaError.BAD_REQUEST, "invalid route");
        }
        if (parts.stream().anyMatch(String::isBlank)) {
            throw ParleyException.of(PitayaError.BAD_REQUEST, "route field can not be empty");
        }
        return parts.size() == 2
                ? new PitayaRoute(OURS, route)
                : new PitayaRoute(parts.getFirst(), parts.get(1) + "." + parts.get(2));
    }

    /** Whether it is meant for a server like this one. */
    public boolean isOurs() {
        return serverType.equals(OURS);
    }

    public ParleyException notFound() {
        return ParleyException.of(PitayaError.NOT_FOUND, "pitaya/handler: " + serverType + "." + name + " not found");
    }
}
