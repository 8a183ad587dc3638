package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** One connection to a server, in one of its wire formats. Its methods may be called from any thread and never block. */
public interface ClientWire {
    /** A connection that was not closed by the server, but broke or was never made. */
    int BROKEN = -1;

    /** What a connection tells, one thing after the other; {@link #closed} is the last. */
    interface Listener {
        void connected();

        /** The session is open; the body of the answer to {@code session.open}. */
        void opened(JsonNode body);

        void answered(long id, JsonNode body);

        /** A request failed; 0 for {@code session.open}, -1 where the server named none. */
        void refused(long id, ServerError error);

        void pushed(String route, JsonNode body);

        /** What came was not in the wire format, and the connection is given up; or it is not as documented. */
        void nonsense(String what);

        void closed(int code, String reason);
    }

    /** Sends {@code session.open}. */
    void open(JsonNode body);

    void request(long id, String route, JsonNode body);

    void notify(String route, JsonNode body);

    /** Stops reading from the socket, so that the server can write no more once the buffers are full. */
    void pause();

    void resume();

    /** Breaks the connection without a word. */
    void cut();

    /** Takes leave. */
    void close();

    /** Makes connections. */
    @FunctionalInterface
    interface Connector {
        ClientWire connect(URI server, Listener listener);
    }

    /** Our own implementations of the wire formats. */
    enum Format implements Connector {
        JSON {
            @Override
            public ClientWire connect(URI server, Listener listener) {
                return JsonWire.connect(server, listener);
            }
        },
        PITAYA {
            @Override
            public ClientWire connect(URI server, Listener listener) {
                return PitayaWire.connect(server, listener);
            }
        }
    }
}
