package broken.sockets.room.handler.socket;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;

/** A second way in. */
@WebSocket(path = "/broken-fixture")
class SecondSocket {
    @OnTextMessage
    void text(String frame) {}
}
