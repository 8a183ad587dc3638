package chat.parley.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** All clients of a benchmark on one event loop, which reads in bulk. State of the clients is touched only there. */
public final class Generator implements AutoCloseable {
    private static final int READ_BYTES = 128 * 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final EpollEventLoopGroup group = new EpollEventLoopGroup(1);
    private final EventLoop loop = group.next();

    /** Begins to open one WebSocket. */
    public CompletableFuture<WireClient> connect(int port, WireClient.Listener listener) {
        WireClient client = new WireClient(port, listener);
        new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(client);
                    }
                })
                .connect("127.0.0.1", port)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        client.opened().completeExceptionally(done.cause());
                    }
                });
        return client.opened();
    }

    /** Does something for each of them, so many at once; waits until all are done. */
    public void each(int count, int atOnce, IntFunction<CompletableFuture<?>> begin) {
        for (int from = 0; from < count; from += atOnce) {
            CompletableFuture<?>[] wave = new CompletableFuture<?>[Math.min(atOnce, count - from)];
            int first = from;
            call(() -> {
                for (int i = 0; i < wave.length; i++) {
                    wave[i] = begin.apply(first + i);
                }
                return null;
            });
            await(CompletableFuture.allOf(wave));
        }
    }

    /** Runs something on the event loop and waits for what it returns. */
    public <T> T call(Callable<T> action) {
        return await(loop.submit(action));
    }

    /** Waits until something is true; it is asked on the event loop. */
    public boolean await(BooleanSupplier condition, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            sleep(5);
        }
        return true;
    }

    /** Sends at planned times, never waiting for an answer; returns when the last one has left. */
    public void openLoop(Pace pace, PlannedSend send) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(new Ticks(pace, send, done, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2)));
        try {
            done.get(pace.ticks() * pace.intervalNanos() / 1_000_000_000 + PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the load could not be generated", e);
        }
    }

    /** One planned moment at which something is sent. */
    public interface PlannedSend {
        void at(long tick, long plannedNanos);
    }

    /** How often, and how many times. */
    public record Pace(long intervalNanos, long ticks) {
        public static Pace perSecond(double rate, double seconds) {
            return new Pace((long) (1e9 / rate), Math.max(1, (long) (rate * seconds)));
        }
    }

    private final class Ticks implements Runnable {
        private final Pace pace;
        private final PlannedSend send;
        private final CompletableFuture<Void> done;
        private final long start;
        private long tick;

        Ticks(Pace pace, PlannedSend send, CompletableFuture<Void> done, long start) {
            this.pace = pace;
            this.send = send;
            this.done = done;
            this.start = start;
        }

        @Override
        public void run() {
            try {
                long planned = start + tick * pace.intervalNanos();
                while (tick < pace.ticks() && planned <= System.nanoTime()) {
                    send.at(tick, planned);
                    planned = start + ++tick * pace.intervalNanos();
                }
                if (tick < pace.ticks()) {
                    loop.schedule(this, Math.max(0, planned - System.nanoTime()), TimeUnit.NANOSECONDS);
                } else {
                    done.complete(null);
                }
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }
    }

    private static <T> T await(java.util.concurrent.Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
