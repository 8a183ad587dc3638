package chat.parley.audit.client;

import chat.parley.testing.PomeloNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/** Pitaya's protocol as an implementation that is not ours speaks it: {@code pomelo-client-websocket}. */
public final class PomeloWire implements ClientWire {
    /** What the library says of a connection that ended without a close frame. */
    private static final int WITHOUT_A_WORD = 1006;

    private static final JsonNode NOTHING = Http.JSON.createObjectNode();

    private final URI server;
    private final Listener listener;
    private final PomeloNode.Client client;
    private boolean ended;

    private PomeloWire(PomeloNode node, URI server, Listener listener) {
        this.server = server;
        this.listener = listener;
        this.client = node.client(this::happened);
    }

    /** Connections of clients that run in this node. */
    public static Connector in(PomeloNode node) {
        return (server, listener) -> {
            PomeloWire wire = new PomeloWire(node, server, listener);
            // The library connects and opens the session in one step.
            listener.connected();
            return wire;
        };
    }

    @Override
    public void open(JsonNode body) {
        client.tell("connect", Map.of("host", server.getHost(), "port", server.getPort(), "user", body));
    }

    @Override
    public void request(long id, String route, JsonNode body) {
        client.tell("request", Map.of("n", id, "route", route, "body", body));
    }

    @Override
    public void notify(String route, JsonNode body) {
        // The library answers heartbeats by itself.
        if (!route.equals("heartbeat")) {
            client.tell("notify", Map.of("route", route, "body", body));
        }
    }

    @Override
    public void pause() {
        client.tell("pause", Map.of());
    }

    @Override
    public void resume() {
        client.tell("resume", Map.of());
    }

    @Override
    public void cut() {
        client.tell("cut", Map.of());
        end(BROKEN, "cut");
    }

    @Override
    public void close() {
        client.tell("close", Map.of());
        end(BROKEN, "closed");
    }

    private void happened(JsonNode event) {
        switch (event.get("event").asText()) {
            case "push" -> push(event.get("route").asText(), event.get("body"));
            case "heartbeat" -> listener.pushed("heartbeat", NOTHING);
            case "answer" -> answer(event.get("n").asLong(), event.get("body"));
            case "error" -> listener.nonsense(event.get("error").asText());
            case "close" -> {
                int code = event.get("code").asInt();
                end(code == WITHOUT_A_WORD ? BROKEN : code, event.path("reason").asText());
            }
            default -> {
                // connected, kick and the library's own heartbeat timeout: the push or the close that follows says more
            }
        }
    }

    private void push(String route, JsonNode body) {
        if (route.equals("session.opened")) {
            listener.opened(body);
        } else {
            listener.pushed(route, body);
        }
    }

    // The library knows no flag for errors, so that one is known by its fields.
    private void answer(long id, JsonNode body) {
        if (body.path("code").isTextual() && body.path("msg").isTextual()) {
            listener.refused(id, ServerError.fromPitaya(body));
        } else {
            listener.answered(id, body);
        }
    }

    private void end(int code, String reason) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        client.forget();
        listener.closed(code, reason);
    }
}
