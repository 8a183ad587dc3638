package chat.parley.realtime.integration;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The listening half of a {@link RedisLink}. Redis confirms each subscription, in the order of the commands; whoever
 * asks for a channel waits until every subscription under way for it is confirmed. On the link's context only.
 */
final class RedisSubscriber {
    private static final int CHANNELS_IN_ONE_COMMAND = 500;

    private final RedisConnection connection;
    private final Map<String, Unconfirmed> unconfirmed = new HashMap<>();
    private final List<String> unsent = new ArrayList<>();

    RedisSubscriber(RedisConnection connection) {
        this.connection = connection;
    }

    private static final class Unconfirmed {
        private final List<CompletableFuture<Void>> waiting = new ArrayList<>(1);
        private int commands;
    }

    /** Asks for a channel with the next {@link #flush}; returns whether that has to be called. */
    boolean subscribe(String channel, CompletableFuture<Void> confirmed) {
        Unconfirmed state = unconfirmed.computeIfAbsent(channel, c -> new Unconfirmed());
        state.waiting.add(confirmed);
        state.commands++;
        unsent.add(channel);
        return unsent.size() == 1;
    }

    void flush() {
        for (int from = 0; from < unsent.size(); from += CHANNELS_IN_ONE_COMMAND) {
            send(Command.SUBSCRIBE, unsent.subList(from, Math.min(from + CHANNELS_IN_ONE_COMMAND, unsent.size())));
        }
        unsent.clear();
    }

    void unsubscribe(String channel) {
        flush();
        send(Command.UNSUBSCRIBE, List.of(channel));
    }

    void confirmed(String channel) {
        Unconfirmed state = unconfirmed.get(channel);
        if (state != null && --state.commands == 0) {
            unconfirmed.remove(channel);
            state.waiting.forEach(future -> future.complete(null));
        }
    }

    void fail(Throwable cause) {
        Collection<Unconfirmed> all = List.copyOf(unconfirmed.values());
        unconfirmed.clear();
        all.forEach(state -> state.waiting.forEach(future -> future.completeExceptionally(cause)));
    }

    // What Redis says to these commands comes as a push; a failed write ends the connection, and that is told too.
    private void send(Command command, Collection<String> channels) {
        Request request = Request.cmd(command);
        channels.forEach(request::arg);
        connection.send(request);
    }
}
