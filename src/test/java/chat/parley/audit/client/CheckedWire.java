package chat.parley.audit.client;

import chat.parley.testing.FrameContract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares all that crosses a connection with {@code docs/asyncapi.yaml}, in whatever format it is written. What is not
 * as it says there is nonsense.
 */
final class CheckedWire implements ClientWire {
    private static final long OPENING = 1;
    private static final FrameContract CONTRACT = FrameContract.shipped();

    private final Listener listener;
    private final Map<Long, String> asked = new ConcurrentHashMap<>();
    private ClientWire wire;

    private CheckedWire(Listener listener) {
        this.listener = listener;
    }

    static ClientWire connect(Connector connector, URI server, Listener listener) {
        CheckedWire checked = new CheckedWire(listener);
        checked.wire = connector.connect(server, checked.new Received());
        return checked;
    }

    private void complain(List<String> violations) {
        violations.forEach(listener::nonsense);
    }

    private static ObjectNode frame(String route, JsonNode body) {
        ObjectNode frame = Http.JSON.createObjectNode().put("route", route);
        frame.set("body", body);
        return frame;
    }

    @Override
    public void open(JsonNode body) {
        complain(CONTRACT.ofClient("session.open", frame("session.open", body).put("id", OPENING)));
        wire.open(body);
    }

    @Override
    public void request(long id, String route, JsonNode body) {
        asked.put(id, route);
        complain(CONTRACT.ofClient(route, frame(route, body).put("id", id)));
        wire.request(id, route, body);
    }

    @Override
    public void notify(String route, JsonNode body) {
        complain(CONTRACT.ofClient(route, frame(route, body)));
        wire.notify(route, body);
    }

    @Override
    public void pause() {
        wire.pause();
    }

    @Override
    public void resume() {
        wire.resume();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.close();
    }

    private final class Received implements Listener {
        @Override
        public void connected() {
            listener.connected();
        }

        @Override
        public void opened(JsonNode body) {
            answer(OPENING, "session.open", body);
            listener.opened(body);
        }

        @Override
        public void answered(long id, JsonNode body) {
            String route = asked.remove(id);
            if (route != null) {
                answer(id, route, body);
            }
            listener.answered(id, body);
        }

        private void answer(long id, String route, JsonNode body) {
            ObjectNode frame = Http.JSON.createObjectNode().put("id", id);
            frame.set("body", body);
            complain(CONTRACT.ofAnswer(route, frame));
        }

        @Override
        public void refused(long id, ServerError error) {
            asked.remove(id);
            listener.refused(id, error);
        }

        @Override
        public void pushed(String route, JsonNode body) {
            complain(CONTRACT.ofPush(route, frame(route, body)));
            listener.pushed(route, body);
        }

        @Override
        public void nonsense(String what) {
            listener.nonsense(what);
        }

        @Override
        public void closed(int code, String reason) {
            listener.closed(code, reason);
        }
    }
}
