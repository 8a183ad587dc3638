package chat.parley.realtime.integration;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Two connections to Redis, one to speak and one to listen, from dialling until either of them breaks. Everything here
 * happens on one context, except that messages are handed on where they come in.
 *
 * <p>A command whose answer can come between messages has no place on the listening connection, because the client
 * would confuse them. So that it is alive is seen from what this node says to itself.
 */
final class RedisLink {
    /** So much may be unanswered before Redis counts as hanging. */
    static final int MAX_UNANSWERED = 65_536;

    private final Context context;
    private final Redis redis;
    private final Events events;
    private @Nullable RedisConnection speaking;
    private @Nullable RedisSubscriber listening;
    private int unanswered;
    private boolean broken;

    RedisLink(Vertx vertx, Context context, RedisOptions options, Events events) {
        this.context = context;
        this.redis = Redis.createClient(vertx, options);
        this.events = events;
    }

    /** What the link tells; each at most once, except messages. */
    interface Events {
        void received(String channel, byte[] message);

        void broken(String reason);
    }

    /** A message on its way out. */
    record Outgoing(String channel, byte[] message) {}

    /** Dials, and completes when all these channels are listened to. */
    CompletableFuture<Void> open(Collection<String> channels) {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        Future.all(redis.connect(), redis.connect())
                .onComplete(dialled -> context.runOnContext(done -> {
                    if (dialled.failed()) {
                        breaks(reasonOf(dialled.cause()));
                    } else if (!broken) {
                        listen(dialled.result().resultAt(0), dialled.result().resultAt(1), channels, opened);
                    }
                }));
        return opened;
    }

    private void listen(
            RedisConnection speaker,
            RedisConnection listener,
            Collection<String> channels,
            CompletableFuture<Void> opened) {
        RedisSubscriber subscriber = new RedisSubscriber(listener);
        speaking = speaker;
        listening = subscriber;
        watch(speaker);
        watch(listener);
        listener.handler(this::arrived);
        List<CompletableFuture<Void>> confirmed = new ArrayList<>();
        for (String channel : channels) {
            CompletableFuture<Void> one = new CompletableFuture<>();
            confirmed.add(one);
            subscriber.subscribe(channel, one);
        }
        subscriber.flush();
        CompletableFuture.allOf(confirmed.toArray(CompletableFuture<?>[]::new)).thenAccept(opened::complete);
    }

    private void watch(RedisConnection connection) {
        connection.endHandler(end -> context.runOnContext(done -> breaks("the connection was closed")));
        connection.exceptionHandler(e -> context.runOnContext(done -> breaks(reasonOf(e))));
    }

    private void arrived(Response response) {
        if (response.type() == ResponseType.ERROR) {
            context.runOnContext(done -> breaks(response.toString()));
            return;
        }
        String kind = response.get(0).toString();
        String channel = response.get(1).toString();
        if (kind.equals("message")) {
            events.received(channel, response.get(2).toBytes());
        } else if (kind.equals("subscribe")) {
            context.runOnContext(done -> confirmed(channel));
        }
    }

    private void confirmed(String channel) {
        if (listening != null) {
            listening.confirmed(channel);
        }
    }

    /** Completes when Redis has confirmed; fails if the link breaks before. */
    void subscribe(String channel, CompletableFuture<Void> confirmed) {
        RedisSubscriber subscriber = listening;
        if (subscriber == null) {
            confirmed.completeExceptionally(new IllegalStateException("not connected yet"));
        } else if (subscriber.subscribe(channel, confirmed)) {
            context.runOnContext(done -> subscriber.flush());
        }
    }

    void unsubscribe(String channel) {
        if (listening != null) {
            listening.unsubscribe(channel);
        }
    }

    /** All of them with one write. */
    void publish(List<Outgoing> messages) {
        RedisConnection speaker = speaking;
        if (speaker == null || broken) {
            return;
        }
        if (unanswered + messages.size() > MAX_UNANSWERED) {
            breaks("it does not keep up");
            return;
        }
        unanswered += messages.size();
        List<Request> requests = messages.stream()
                .map(out -> Request.cmd(Command.PUBLISH).arg(out.channel).arg(Buffer.buffer(out.message)))
                .toList();
        speaker.batch(requests)
                .onComplete(answer -> context.runOnContext(done -> {
                    unanswered -= messages.size();
                    if (answer.failed()) {
                        breaks(reasonOf(answer.cause()));
                    }
                }));
    }

    void breaks(String reason) {
        if (!broken) {
            close();
            events.broken(reason);
        }
    }

    void close() {
        broken = true;
        if (listening != null) {
            listening.fail(new IllegalStateException("the connection is closed"));
        }
        redis.close();
    }

    private static String reasonOf(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
