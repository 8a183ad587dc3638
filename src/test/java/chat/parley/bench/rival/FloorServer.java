package chat.parley.bench.rival;

import chat.parley.bench.load.Json;
import chat.parley.testing.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The floor of fan-out: the first text of a connection names its room. Whatever text arrives afterwards is put into one
 * frame, which all connections of the room share, and written to each of them; one flush per connection however many
 * messages arrived together. Nothing is parsed, checked, numbered or stored.
 */
public final class FloorServer implements RivalServer.Behaviour {
    private static final byte[] ROOM_ID = Json.key("roomId");
    private static final byte[] ANSWER = "{\"id\":1,\"body\":{}}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Map<Channel, List<Channel>> roomOf = new HashMap<>();
    private final Map<Long, List<Channel>> rooms = new HashMap<>();
    private final Set<List<Channel>> written = new LinkedHashSet<>();

    private FloorServer() {}

    public static void main(String... args) throws InterruptedException {
        RivalServer.run(new FloorServer());
    }

    /** The first text that a connection has to send. */
    public static String hello(long room) {
        return "{\"id\":1,\"roomId\":\"" + room + "\"}";
    }

    @Override
    public void text(Channel sender, byte[] data, int length) {
        List<Channel> room = roomOf.get(sender);
        if (room == null) {
            join(sender, Json.number(ROOM_ID, data, 0, length));
            return;
        }
        ByteBuf frame = Frames.text(Arrays.copyOf(data, length));
        for (Channel channel : room) {
            channel.write(frame.retainedDuplicate(), channel.voidPromise());
        }
        frame.release();
        written.add(room);
    }

    private void join(Channel channel, long id) {
        List<Channel> room = rooms.computeIfAbsent(id, key -> new Members());
        room.add(channel);
        roomOf.put(channel, room);
        channel.writeAndFlush(Frames.text(ANSWER), channel.voidPromise());
    }

    @Override
    public void closed(Channel channel) {
        List<Channel> room = roomOf.remove(channel);
        if (room != null) {
            room.remove(channel);
        }
    }

    @Override
    public void readComplete() {
        written.forEach(room -> room.forEach(Channel::flush));
        written.clear();
    }

    /** Rooms differ although their members may be equal, and comparing members would cost more than writing. */
    private static final class Members extends ArrayList<Channel> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
