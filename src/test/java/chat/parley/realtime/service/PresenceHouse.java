package chat.parley.realtime.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FakeWire;
import chat.parley.realtime.model.LineCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.realtime.service.node.NodeBus;
import chat.parley.realtime.service.node.TestNodes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One node with connections that nobody has to dial. */
public final class PresenceHouse {
    public final ConnectionRegistry connections = new ConnectionRegistry();
    public final NodeBus nodes;
    public final DirectDelivery delivery = new DirectDelivery(new PublicationWriter(this::write));
    private final Map<String, FakeWire> wires = new HashMap<>();
    private final LineCodec codec = new LineCodec();
    private final Clock clock;
    private int written;

    public PresenceHouse(Clock clock) {
        this.clock = clock;
        this.nodes = TestNodes.alone(clock);
    }

    private byte[] write(Object body) {
        written++;
        String text = body.toString();
        return text.substring(text.indexOf('{'), text.indexOf('}') + 1).getBytes(StandardCharsets.UTF_8);
    }

    public SocketSession open(long user) {
        FakeWire wire = new FakeWire();
        String id = "c" + wires.size();
        Connection connection = new Connection(id, wire, codec, new OutboxLimits(1_000_000, 1_000), clock.instant());
        SocketSession session = new SocketSession(id, new UserId(user), new SessionId(user));
        connection.beginSession(session);
        connection.release(codec.response(1, "opened"), Map.of());
        connections.add(connection);
        connections.addSession(connection, session);
        wires.put(id, wire);
        return session;
    }

    public void close(SocketSession session) {
        Connection connection = connections.find(session.connectionId());
        connection.gone();
        connections.remove(connection);
    }

    public List<String> framesOf(SocketSession session) {
        return framesOf(wires.get(session.connectionId()));
    }

    private static List<String> framesOf(FakeWire wire) {
        int before = -1;
        while (wire.frames().size() > before) {
            before = wire.frames().size();
            wire.finishWrite();
        }
        return wire.frames().stream()
                .flatMap(String::lines)
                .filter(line -> !line.endsWith("opened"))
                .toList();
    }

    /** The most pushes that any connection got. */
    public int mostFrames() {
        return wires.values().stream()
                .mapToInt(wire -> framesOf(wire).size())
                .max()
                .orElse(0);
    }

    /** How often a body was written. */
    public int framesWritten() {
        return written;
    }
}
