package chat.parley.audit.client;

import chat.parley.testing.FrameContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/** {@code parley.v1}: text frames of JSON objects, one a line. */
final class JsonWire implements ClientWire {
    /** Of the request that opens the session; all others have larger ones. */
    private static final long OPENING = 1;

    private final Listener listener;
    private final ClientSocket socket;

    private JsonWire(Listener listener) {
        this.listener = listener;
        this.socket = new ClientSocket(listener, new Frames());
    }

    static ClientWire connect(URI server, Listener listener) {
        JsonWire wire = new JsonWire(listener);
        wire.socket.connect(server);
        return wire;
    }

    @Override
    public void open(JsonNode body) {
        request(OPENING, "session.open", body);
    }

    @Override
    public void request(long id, String route, JsonNode body) {
        socket.send(frame(route, body).put("id", id).toString());
    }

    @Override
    public void notify(String route, JsonNode body) {
        socket.send(frame(route, body).toString());
    }

    private static ObjectNode frame(String route, JsonNode body) {
        ObjectNode frame = Http.JSON.createObjectNode().put("route", route);
        frame.set("body", body);
        return frame;
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void cut() {
        socket.cut();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void arrived(String object) {
        try {
            JsonNode frame = Http.JSON.readTree(object);
            long id = frame.path("id").asLong(-1);
            if (frame.has("route")) {
                listener.pushed(frame.get("route").asText(), frame.get("body"));
            } else if (frame.has("error")) {
                FrameContract.shipped().ofError(frame).forEach(listener::nonsense);
                listener.refused(id == OPENING ? 0 : id, ServerError.from(frame.get("error")));
            } else if (id == OPENING) {
                listener.opened(frame.get("body"));
            } else {
                listener.answered(id, frame.get("body"));
            }
        } catch (JsonProcessingException e) {
            socket.fail("what came is no JSON: " + object);
        }
    }

    private final class Frames extends ClientSocket.Frames {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                text.toString().lines().forEach(JsonWire.this::arrived);
                text.setLength(0);
            }
            more();
            return null;
        }
    }
}
