package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.realtime.model.Wire;
import chat.parley.realtime.port.RealtimeConfig;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes connections in and lets them go. */
@ApplicationScoped
public class ConnectionService {
    private final ConnectionRegistry connections;
    private final TopicIndex topics;
    private final HeartbeatService heartbeat;
    private final FrameCodec text;
    private final FrameCodec binary;
    private final OutboxLimits limits;
    private final Clock clock;

    ConnectionService(
            ConnectionRegistry connections,
            TopicIndex topics,
            HeartbeatService heartbeat,
            @All List<FrameCodec> codecs,
            RealtimeConfig config,
            Clock clock) {
        this.connections = connections;
        this.topics = topics;
        this.heartbeat = heartbeat;
        this.text = ofKind(codecs, false);
        this.binary = ofKind(codecs, true);
        this.limits = new OutboxLimits(config.outboxMaxBytes(), config.outboxMaxEntries());
        this.clock = clock;
    }

    private static FrameCodec ofKind(List<FrameCodec> codecs, boolean isBinary) {
        return codecs.stream()
                .filter(codec -> codec.isBinary() == isBinary)
                .findFirst()
                .orElseThrow();
    }

    public Connection opened(String id, Wire wire) {
        Connection connection = new Connection(id, wire, text, limits, clock.instant());
        connections.add(connection);
        heartbeat.follow(connection);
        return connection;
    }

    /**
     * A frame has come. Text frames hold JSON and binary frames Pitaya's packets; the first one decides.
     *
     * @return false if this frame is of the other kind than the first
     */
    public boolean heard(Connection connection, boolean isBinary) {
        return connection.heardAt(clock.instant(), isBinary ? binary : text);
    }

    /** A sign of life without content has come. */
    public void alive(Connection connection) {
        connection.aliveAt(clock.instant());
    }

    /** The socket is gone; nothing of it stays behind. */
    public void closed(Connection connection) {
        connection.gone();
        connections.remove(connection);
        heartbeat.forget(connection);
        topics.forget(connection);
    }
}
