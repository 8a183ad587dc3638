package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Outgoing;
import chat.parley.audit.client.RoomCopy;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What people do: mostly write, now and then read, take back, leave, come back, or rename a room. */
final class Workload implements AutoCloseable {
    private static final double WRITES = 0.88;
    private static final double READS = 0.95;
    private static final double RECALLS = 0.97;
    private static final double BURSTS = 0.05;
    private static final int BURST = 10;
    /** Who has so much to send already writes nothing more until it is gone. */
    private static final int PATIENCE = 30;

    private final List<Map.Entry<ChatClient, Person>> people;
    private final Random random;
    private final double actionsPerSecond;
    private final Thread thread;
    private volatile boolean hushed;
    private volatile boolean over;

    private Workload(AuditOptions options, Map<ChatClient, Person> clients) {
        people = List.copyOf(clients.entrySet());
        random = new Random(options.seed() + 1);
        actionsPerSecond = options.rate() / (WRITES * (1 + BURSTS * (BURST - 1)));
        thread = Thread.ofPlatform().name("workload").start(this::run);
    }

    static Workload start(AuditOptions options, Map<ChatClient, Person> clients) {
        return new Workload(options, clients);
    }

    /** Nobody begins anything new until this is taken back; what was begun goes on. */
    void hush(boolean quiet) {
        hushed = quiet;
    }

    // Times are planned ahead, so that a slow server gets no less to do.
    private void run() {
        long next = System.nanoTime();
        while (!over) {
            next += (long) (-Math.log(1 - random.nextDouble()) / actionsPerSecond * 1e9);
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            if (hushed) {
                continue;
            }
            Map.Entry<ChatClient, Person> chosen = people.get(random.nextInt(people.size()));
            Random dice = new Random(random.nextLong());
            chosen.getKey().act(client -> act(client, chosen.getValue(), dice));
        }
    }

    private static void act(ChatClient client, Person person, Random dice) {
        String room = person.home().get(dice.nextInt(person.home().size()));
        RoomCopy copy = client.rooms().get(room);
        if (copy == null) {
            client.join(room);
            return;
        }
        double what = dice.nextDouble();
        if (what < WRITES) {
            write(client, room, dice);
        } else if (what < READS) {
            client.read(room, copy.lastSeq());
        } else if (what < RECALLS) {
            recall(client, dice);
        } else if (person.created().contains(room)) {
            client.rename(room, "Room " + dice.nextInt(1000));
        } else if (person.moves()) {
            client.leave(room);
        }
    }

    private static void write(ChatClient client, String room, Random dice) {
        int messages = dice.nextDouble() < BURSTS ? BURST : 1;
        for (int i = 0; i < messages && client.wanted() - client.settled() < PATIENCE; i++) {
            client.send(room);
        }
    }

    private static void recall(ChatClient client, Random dice) {
        List<Outgoing> sent = client.sent();
        if (!sent.isEmpty()) {
            Outgoing message = sent.get(dice.nextInt(Math.max(0, sent.size() - 20), sent.size()));
            if (message.state() == Outgoing.State.ACKNOWLEDGED) {
                client.recall(message.roomId(), message.seq());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
