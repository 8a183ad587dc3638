package chat.parley.realtime.integration;

import chat.parley.realtime.Topic;
import chat.parley.realtime.integration.RedisLink.Outgoing;
import chat.parley.realtime.port.FanOutTransport;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Redis (or what speaks like it) as the bus: a channel for each topic that a node serves, one that all nodes listen to,
 * and one on which the node hears itself, which proves the whole way every second. What breaks is dialled anew until it
 * works. All state lives on one context.
 */
final class RedisFanOutTransport implements FanOutTransport {
    private static final Logger LOG = Logger.getLogger(RedisFanOutTransport.class);
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);
    private static final long PROBE_MILLIS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 1_600;
    private static final int MESSAGES_IN_ONE_WRITE = 512;

    private final Vertx vertx;
    private final Context context;
    private final RedisOptions options;
    private final Duration timeout;
    private final String topics;
    private final String everybody;
    private final String self;

    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private final Set<String> served = new HashSet<>();
    private volatile boolean up;
    private @Nullable Listener listener;
    private @Nullable RedisLink link;
    private @Nullable String trouble;
    private long pause = FIRST_PAUSE_MILLIS;
    private long timer;
    private boolean stopped;
    private volatile long heardAt;

    RedisFanOutTransport(Vertx vertx, RedisOptions options, String prefix, Duration timeout) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.timeout = timeout;
        this.topics = prefix + ":topic:";
        this.everybody = prefix + ":nodes";
        this.self = prefix + ":probe:"
                + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    }

    @Override
    public boolean hasPeers() {
        return true;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public void start(Listener receiver) {
        context.runOnContext(done -> {
            listener = receiver;
            dial();
        });
    }

    @Override
    public void stop() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        context.runOnContext(done -> {
            stopped = true;
            up = false;
            vertx.cancelTimer(timer);
            if (link != null) {
                flush();
                link.close();
            }
            ended.complete(null);
        });
        ended.orTimeout(1, TimeUnit.SECONDS).exceptionally(late -> null).join();
    }

    @Override
    public void publish(Topic topic, byte[] message) {
        send(new Outgoing(channel(topic), message));
    }

    @Override
    public void broadcast(byte[] message) {
        send(new Outgoing(everybody, message));
    }

    // Whoever publishes at the same time leaves with the same write.
    private void send(Outgoing message) {
        if (!up) {
            return;
        }
        outgoing.add(message);
        if (flushing.compareAndSet(false, true)) {
            context.runOnContext(done -> flush());
        }
    }

    private void flush() {
        flushing.set(false);
        List<Outgoing> some = new ArrayList<>();
        for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
            some.add(next);
            if (some.size() == MESSAGES_IN_ONE_WRITE) {
                publish(some);
                some = new ArrayList<>();
            }
        }
        if (!some.isEmpty()) {
            publish(some);
        }
    }

    private void publish(List<Outgoing> messages) {
        if (up && link != null) {
            link.publish(messages);
        }
    }

    @Override
    public CompletionStage<Void> serve(Topic topic) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        context.runOnContext(done -> {
            String channel = channel(topic);
            served.add(channel);
            if (link == null) {
                confirmed.completeExceptionally(new IllegalStateException("not connected"));
            } else {
                link.subscribe(channel, confirmed);
            }
        });
        return confirmed;
    }

    @Override
    public void leave(Topic topic) {
        context.runOnContext(done -> {
            String channel = channel(topic);
            served.remove(channel);
            if (link != null) {
                link.unsubscribe(channel);
            }
        });
    }

    private String channel(Topic topic) {
        return topics + topic.kind() + ":" + topic.id();
    }

    private void dial() {
        if (stopped) {
            return;
        }
        RedisLink dialled = new RedisLink(vertx, context, options, new Events());
        link = dialled;
        List<String> channels = new ArrayList<>(served);
        channels.add(everybody);
        channels.add(self);
        timer = vertx.setTimer(
                timeout.toMillis(), late -> context.runOnContext(done -> dialled.breaks("it does not answer")));
        dialled.open(channels).thenRun(() -> opened(dialled));
    }

    private void opened(RedisLink dialled) {
        vertx.cancelTimer(timer);
        if (link != dialled || stopped) {
            return;
        }
        pause = FIRST_PAUSE_MILLIS;
        trouble = null;
        outgoing.clear();
        heardAt = System.nanoTime();
        up = true;
        timer = vertx.setPeriodic(PROBE_MILLIS, beat -> context.runOnContext(done -> probe(dialled)));
        if (listener != null) {
            listener.up();
        }
    }

    private void probe(RedisLink probed) {
        if (link != probed || !up) {
            return;
        }
        if (System.nanoTime() - heardAt > timeout.plusMillis(PROBE_MILLIS).toNanos()) {
            probed.breaks("it does not answer");
        } else {
            probed.publish(List.of(new Outgoing(self, PROBE)));
        }
    }

    private final class Events implements RedisLink.Events {
        @Override
        public void received(String channel, byte[] message) {
            if (channel.equals(self)) {
                heardAt = System.nanoTime();
            } else if (listener != null) {
                listener.received(message);
            }
        }

        @Override
        public void broken(String reason) {
            vertx.cancelTimer(timer);
            link = null;
            tell(reason);
            if (!stopped) {
                long jitter = ThreadLocalRandom.current().nextLong(pause / 2 + 1);
                timer = vertx.setTimer(pause + jitter, next -> context.runOnContext(done -> dial()));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }

        private void tell(String reason) {
            boolean news = up || trouble == null;
            up = false;
            if (news && listener != null) {
                listener.down(reason);
            } else if (!reason.equals(trouble)) {
                LOG.warnf("Redis still cannot be used: %s", reason);
            }
            trouble = reason;
        }
    }
}
