package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client that asks for very much, as fast as it can, and reads none of it. */
public final class Flood {
    private static final int FRAMES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI server;
    private final Device device;
    private final JsonNode page;

    /** @param roomId a room that it is in */
    public Flood(URI server, Device device, String roomId) {
        this.server = server;
        this.device = device;
        this.page = Http.JSON.createObjectNode().put("roomId", roomId).put("limit", 100);
    }

    /** Sends its frames on one connection; returns when the server has ended it, or has stood it for long enough. */
    public void pour() throws InterruptedException {
        Listener listener = new Listener();
        ClientWire wire = ClientWire.Format.JSON.connect(server, listener);
        try {
            if (!listener.connected.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            wire.open(Http.JSON.createObjectNode().put("token", device.accessToken()));
            if (listener.opened.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                wire.pause();
                for (int i = 0; i < FRAMES; i++) {
                    wire.request(i + 2, "room.history", page);
                }
                listener.closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            wire.cut();
        }
    }

    private static final class Listener implements ClientWire.Listener {
        private final CountDownLatch connected = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void connected() {
            connected.countDown();
        }

        @Override
        public void opened(JsonNode body) {
            opened.countDown();
        }

        @Override
        public void closed(int code, String reason) {
            connected.countDown();
            opened.countDown();
            closed.countDown();
        }

        @Override
        public void answered(long id, JsonNode body) {}

        @Override
        public void refused(long id, ServerError error) {}

        @Override
        public void pushed(String route, JsonNode body) {}

        @Override
        public void nonsense(String what) {}
    }
}
