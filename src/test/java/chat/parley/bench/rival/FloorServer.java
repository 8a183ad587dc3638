package chat.parley.bench.rival;

import chat.parley.bench.load.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The floor of fan-out: whatever text arrives is put into one frame, which all connections share, and written to each of
 * them; one flush per connection however many messages arrived together. Nothing is parsed, checked, numbered or stored.
 */
public final class FloorServer implements RivalServer.Behaviour {
    private final List<Channel> channels = new ArrayList<>();
    private boolean written;

    private FloorServer() {}

    public static void main(String... args) throws InterruptedException {
        RivalServer.run(new FloorServer());
    }

    @Override
    public void opened(Channel channel) {
        channels.add(channel);
    }

    @Override
    public void closed(Channel channel) {
        channels.remove(channel);
    }

    @Override
    public void text(Channel sender, byte[] data, int length) {
        ByteBuf frame = Frames.text(Arrays.copyOf(data, length));
        for (Channel channel : channels) {
            channel.write(frame.retainedDuplicate(), channel.voidPromise());
        }
        frame.release();
        written = true;
    }

    @Override
    public void readComplete() {
        if (written) {
            channels.forEach(Channel::flush);
            written = false;
        }
    }
}
