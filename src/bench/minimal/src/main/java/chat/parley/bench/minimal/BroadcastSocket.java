package chat.parley.bench.minimal;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;

/** Everybody hears what anybody says, in the way the framework offers for it. */
@WebSocket(path = "/ws")
public class BroadcastSocket {
    // Returning a Uni keeps it on the event loop.
    @OnTextMessage(broadcast = true)
    public Uni<String> text(String message) {
        return Uni.createFrom().item(message);
    }
}
