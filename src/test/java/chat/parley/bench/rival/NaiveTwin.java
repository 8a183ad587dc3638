package chat.parley.bench.rival;

import chat.parley.bench.load.Json;
import chat.parley.testing.Frames;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The naive durable twin: each sender has a thread and a database connection of its own; each message is one INSERT that
 * commits by itself into Parley's own table, and is acknowledged and pushed to its sender afterwards. It numbers messages
 * in memory, and checks neither membership nor repeats, nor does it keep the room's numbers: less than Parley does.
 */
public final class NaiveTwin implements RivalServer.Behaviour {
    private static final byte[] ID = Json.key("id");
    private static final byte[] USER = Json.key("user");
    private static final byte[] ROOM_ID = Json.key("roomId");
    private static final byte[] CLIENT_ID = Json.key("clientId");
    private static final byte[] TEXT = Json.key("text");

    private final Map<Channel, Sender> senders = new ConcurrentHashMap<>();

    private NaiveTwin() {}

    public static void main(String... args) throws InterruptedException {
        RivalServer.run(new NaiveTwin());
    }

    @Override
    public void text(Channel channel, byte[] data, int length) {
        Sender sender = senders.get(channel);
        if (sender == null) {
            senders.put(channel, new Sender(channel, Json.number(USER, data, 0, length)));
            write(channel, "{\"id\":1,\"body\":{}}");
        } else {
            long request = Json.number(ID, data, 0, length);
            long room = Json.number(ROOM_ID, data, 0, length);
            UUID clientId = UUID.fromString(Json.text(CLIENT_ID, data, 0, length));
            String text = Json.text(TEXT, data, 0, length);
            sender.thread.execute(() -> sender.store(request, room, clientId, text));
        }
    }

    @Override
    public void closed(Channel channel) {
        Sender sender = senders.remove(channel);
        if (sender != null) {
            sender.thread.shutdown();
        }
    }

    private static void write(Channel channel, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        channel.writeAndFlush(Unpooled.wrappedBuffer(Frames.text(payload)), channel.voidPromise());
    }

    private static final class Sender {
        private final Channel channel;
        private final long user;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final PreparedStatement insert;
        private long numbered;

        Sender(Channel channel, long user) {
            this.channel = channel;
            this.user = user;
            try {
                Connection db = DriverManager.getConnection(
                        System.getenv("TWIN_DB_URL") + "&useServerPrepStmts=true&cachePrepStmts=true"
                                + "&connectionTimeZone=UTC&useLocalSessionState=true",
                        System.getenv("TWIN_DB_USER"),
                        System.getenv("TWIN_DB_PASSWORD"));
                insert = db.prepareStatement("INSERT INTO messages (room_id, seq, rev, user_id, content_type,"
                        + " text_message, client_id, created_at) VALUES (?, ?, ?, ?, 'TEXT', ?, ?, ?)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void store(long request, long room, UUID clientId, String text) {
            long seq = ++numbered;
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            try {
                insert.setLong(1, room);
                insert.setLong(2, seq);
                insert.setLong(3, seq);
                insert.setLong(4, user);
                insert.setString(5, text);
                insert.setBytes(6, bytes(clientId));
                insert.setTimestamp(7, Timestamp.from(now));
                insert.executeUpdate();
            } catch (SQLException e) {
                write(channel, "{\"id\":" + request + ",\"error\":{\"message\":\"" + e.getClass() + "\"}}");
                return;
            }
            String message = "{\"id\":\"" + room + "-" + seq + "\",\"roomId\":\"" + room + "\",\"seq\":" + seq
                    + ",\"rev\":" + seq + ",\"userId\":\"" + user + "\",\"contentType\":\"TEXT\",\"text\":\"" + text
                    + "\",\"clientId\":\"" + clientId + "\",\"createdAt\":\"" + now + "\"}";
            write(channel, "{\"id\":" + request + ",\"body\":" + message + "}");
            write(channel, "{\"route\":\"room.message\",\"body\":" + message + "}");
        }

        private static byte[] bytes(UUID id) {
            return ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }
    }
}
