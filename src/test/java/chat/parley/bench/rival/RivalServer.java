package chat.parley.bench.rival;

import chat.parley.bench.load.FrameReader;
import chat.parley.testing.Frames;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The least that a WebSocket server can be: one event loop on native epoll, frames read and written by hand. */
final class RivalServer {
    private static final String WEBSOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private RivalServer() {}

    /** What a comparator does with its connections; called on the event loop. */
    interface Behaviour {
        default void opened(Channel channel) {}

        void text(Channel channel, byte[] data, int length);

        /** Everything that had arrived has been read. */
        default void readComplete() {}

        default void closed(Channel channel) {}
    }

    static void run(Behaviour behaviour) throws InterruptedException {
        EventLoopGroup loop = new EpollEventLoopGroup(1);
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new Peer(channel, behaviour));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println("ready on " + ((InetSocketAddress) server.localAddress()).getPort());
        server.closeFuture().sync();
    }

    private static final class Peer extends ChannelInboundHandlerAdapter {
        private final Channel channel;
        private final Behaviour behaviour;
        private final FrameReader frames = new FrameReader(this::frame);
        private boolean upgraded;

        Peer(Channel channel, Behaviour behaviour) {
            this.channel = channel;
            this.behaviour = behaviour;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf arrived = (ByteBuf) message;
            if (upgraded) {
                frames.read(arrived);
            } else {
                upgrade(arrived.toString(StandardCharsets.US_ASCII));
                arrived.release();
            }
        }

        private void upgrade(String request) {
            String key = request.replaceAll("(?is).*Sec-WebSocket-Key: *([^\\r]*)\\r.*", "$1");
            String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
            channel.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
            upgraded = true;
            behaviour.opened(channel);
        }

        private void frame(int opcode, byte[] data, int length) {
            if (opcode == Frames.TEXT) {
                behaviour.text(channel, data, length);
            } else if (opcode == Frames.CLOSE) {
                channel.close();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            behaviour.readComplete();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            behaviour.closed(channel);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            context.close();
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + WEBSOCKET_GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
