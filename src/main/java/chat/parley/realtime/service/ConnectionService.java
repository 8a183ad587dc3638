package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FrameCodec;
import chat.parley.realtime.model.OutboxLimits;
import chat.parley.realtime.model.Wire;
import chat.parley.realtime.port.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes connections in and lets them go. */
@ApplicationScoped
public class ConnectionService {
    private final ConnectionRegistry connections;
    private final TopicIndex topics;
    private final FrameCodec codec;
    private final OutboxLimits limits;
    private final Clock clock;

    ConnectionService(
            ConnectionRegistry connections, TopicIndex topics, FrameCodec codec, RealtimeConfig config, Clock clock) {
        this.connections = connections;
        this.topics = topics;
        this.codec = codec;
        this.limits = new OutboxLimits(config.outboxMaxBytes(), config.outboxMaxEntries());
        this.clock = clock;
    }

    public Connection opened(String id, Wire wire) {
        Connection connection = new Connection(id, wire, codec, limits, clock.instant());
        connections.add(connection);
        return connection;
    }

    public void heard(Connection connection) {
        connection.heardAt(clock.instant());
    }

    /** The socket is gone; nothing of it stays behind. */
    public void closed(Connection connection) {
        connection.gone();
        connections.remove(connection);
        topics.forget(connection);
    }
}
