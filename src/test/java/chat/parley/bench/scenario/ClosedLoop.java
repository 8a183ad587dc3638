package chat.parley.bench.scenario;

import chat.parley.bench.load.ChatClient;
import chat.parley.bench.load.Generator;

/** Every sender keeps so many messages unanswered: as fast as the server can. */
final class ClosedLoop {
    private final Generator generator;
    private final Audience audience;
    private final int window;
    private boolean running;
    private long unanswered;

    ClosedLoop(Generator generator, Audience audience, int window) {
        this.generator = generator;
        this.audience = audience;
        this.window = window;
    }

    void start() {
        generator.call(() -> {
            running = true;
            audience.rooms().forEach(room -> {
                ChatClient sender = room.listeners().getFirst();
                sender.onAnswer(() -> {
                    unanswered--;
                    if (running) {
                        send(room, 1);
                    }
                });
                send(room, window);
            });
            return null;
        });
    }

    private void send(chat.parley.bench.load.Room room, int count) {
        unanswered += count;
        audience.send(room, 0, count, System.nanoTime());
    }

    /** Sends no more, and waits for what is under way. */
    void stop() {
        generator.call(() -> running = false);
        if (!generator.await(() -> unanswered == 0, 60)) {
            throw new IllegalStateException(audience.name() + " left messages unanswered");
        }
        generator.call(() -> {
            audience.clients().forEach(client -> client.onAnswer(null));
            return null;
        });
        audience.drain();
    }
}
