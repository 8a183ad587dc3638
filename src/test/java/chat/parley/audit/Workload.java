package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Outgoing;
import chat.parley.audit.client.RoomCopy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What people do: mostly write, now and then read, take back, edit, react, leave, come back, or rename a room. */
final class Workload implements AutoCloseable {
    private static final double WRITES = 0.85;
    private static final double READS = 0.92;
    private static final double RECALLS = 0.94;
    private static final double EDITS = 0.955;
    private static final double REACTIONS = 0.97;
    private static final double BURSTS = 0.05;
    private static final int BURST = 10;
    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "🎉");
    /** Who has so much to send already writes nothing more until it is gone. */
    private static final int PATIENCE = 30;

    private final List<Map.Entry<ChatClient, Person>> people;
    private final Random random;
    private final double actionsPerSecond;
    private final double bursts;
    private final Thread thread;
    private volatile boolean hushed;
    private volatile boolean over;

    private Workload(AuditOptions options, Map<ChatClient, Person> clients) {
        people = List.copyOf(clients.entrySet());
        random = new Random(options.seed() + 1);
        // Whoever says ten things at once and waits for each acknowledgement waits ten times as long for the last one,
        // which is most of what a p99 would show.
        bursts = options.measuresFlood() ? 0 : BURSTS;
        actionsPerSecond = options.rate() / (WRITES * (1 + bursts * (BURST - 1)));
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

    private void act(ChatClient client, Person person, Random dice) {
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
            read(client, copy);
        } else if (what < RECALLS) {
            ownMessage(client, dice, false).ifPresent(message -> client.recall(message.roomId(), message.seq()));
        } else if (what < EDITS) {
            ownMessage(client, dice, true)
                    .ifPresent(message ->
                            client.edit(message.roomId(), message.seq(), message.text() + " ✎" + dice.nextInt(1000)));
        } else if (what < REACTIONS) {
            react(client, copy, dice);
        } else if (person.created().contains(room)) {
            client.rename(room, "Room " + dice.nextInt(1000));
        } else if (person.moves()) {
            client.leave(room);
        }
    }

    private void write(ChatClient client, String room, Random dice) {
        int messages = dice.nextDouble() < bursts ? BURST : 1;
        for (int i = 0; i < messages && client.wanted() - client.settled() < PATIENCE; i++) {
            client.send(room);
        }
    }

    private static void read(ChatClient client, RoomCopy copy) {
        if (copy.lastSeq() > 0) {
            client.read(copy.id(), copy.lastSeq());
        }
    }

    // A recall takes all traces of former changes with it. So that every change can be counted in the end, the
    // messages with odd numbers are changed, and the others are taken back.
    private static Optional<Outgoing> ownMessage(ChatClient client, Random dice, boolean odd) {
        List<Outgoing> sent = client.sent();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Outgoing message = sent.get(dice.nextInt(Math.max(0, sent.size() - 20), sent.size()));
        return Optional.of(message)
                .filter(one -> one.state() == Outgoing.State.ACKNOWLEDGED && one.seq() % 2 == (odd ? 1 : 0));
    }

    private static void react(ChatClient client, RoomCopy copy, Random dice) {
        long seq = copy.lastSeq() - dice.nextInt(20);
        if (seq > 0 && seq % 2 == 1) {
            client.react(copy.id(), seq, EMOJI.get(dice.nextInt(EMOJI.size())));
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
