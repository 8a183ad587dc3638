package chat.parley.bench.scenario;

import chat.parley.bench.lab.Pause;
import chat.parley.bench.lab.Proc;
import chat.parley.bench.load.ChatClient;
import chat.parley.bench.load.Generator;
import chat.parley.bench.load.Messages;
import chat.parley.bench.load.Room;
import chat.parley.bench.load.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The clients of one server in one or more rooms, what they have seen, and what the server spent on it. */
final class Audience {
    private static final int DRAIN_SECONDS = 60;

    private final String name;
    private final Generator generator;
    private final LongSupplier cpuMicros;
    private final boolean stores;
    private final Tally tally;
    private final List<Room> rooms = new ArrayList<>();
    private final List<ChatClient> clients = new ArrayList<>();

    /**
     * A server's clients.
     *
     * @param stores whether it takes requests and acknowledges them, or passes on what it gets
     */
    Audience(String name, Generator generator, LongSupplier cpuMicros, boolean stores) {
        this(name, generator, cpuMicros, stores, new Tally());
    }

    private Audience(String name, Generator generator, LongSupplier cpuMicros, boolean stores, Tally tally) {
        this.tally = tally;
        this.name = name;
        this.generator = generator;
        this.cpuMicros = cpuMicros;
        this.stores = stores;
    }

    /** Makes the rooms and connects their members. */
    void join(
            int roomCount, int members, ToLongFunction<Integer> roomId, int port, @Nullable IntFunction<String> hello) {
        for (int i = 0; i < roomCount; i++) {
            Room room = new Room(roomId.applyAsLong(i));
            rooms.add(room);
            for (int j = 0; j < members; j++) {
                clients.add(new ChatClient(tally, room));
            }
        }
        generator.each(
                clients.size(), 50, i -> clients.get(i).open(generator, port, hello == null ? null : hello.apply(i)));
        if (hello == null) {
            // Some servers count a connection only a moment after they have answered its upgrade.
            Pause.millis(1000);
        }
    }

    /** The same, limited to the first rooms. */
    Audience only(int roomCount) {
        Audience part = new Audience(name, generator, cpuMicros, stores, tally);
        part.rooms.addAll(rooms.subList(0, roomCount));
        part.rooms.forEach(room -> part.clients.addAll(room.listeners()));
        return part;
    }

    long cpuMicros() {
        return cpuMicros.getAsLong();
    }

    String name() {
        return name;
    }

    Tally tally() {
        return tally;
    }

    List<ChatClient> clients() {
        return clients;
    }

    List<Room> rooms() {
        return rooms;
    }

    /** Sends messages of one planned time from one member of a room, in one write. On the event loop. */
    void send(Room room, int sender, int count, long planned) {
        ChatClient from = room.listeners().get(sender % room.listeners().size());
        for (int i = 0; i < count; i++) {
            long number = room.write();
            from.wire()
                    .write(
                            stores
                                    ? Messages.request(from.nextRequest(), room.id(), planned)
                                    : Messages.push(room.id(), number, planned));
        }
        from.wire().flush();
    }

    /** Sends so many messages from the first member, one after the other. On the event loop. */
    void sendFromFirst(Room room, int count) {
        send(room, 0, count, System.nanoTime());
    }

    /** One stretch of open loop over all rooms, in turn, until the last delivery has arrived. */
    Window measure(Generator.Pace pace, int burst) {
        tally.takeLatencies();
        long deliveries = tally.deliveries();
        long acknowledged = tally.acknowledged();
        long cpu = cpuMicros.getAsLong();
        long own = Proc.cpuMicros(ProcessHandle.current().pid());
        long start = System.nanoTime();
        generator.openLoop(
                pace, (tick, planned) -> send(rooms.get((int) (tick % rooms.size())), sender(tick), burst, planned));
        drain();
        double seconds = (System.nanoTime() - start) / 1e9;
        long spent = cpuMicros.getAsLong() - cpu;
        double generatorShare = (Proc.cpuMicros(ProcessHandle.current().pid()) - own) / 1e6 / seconds;
        return generator.call(() -> {
            Tally.Latencies latencies = tally.takeLatencies();
            return new Window(
                    seconds,
                    spent,
                    tally.deliveries() - deliveries,
                    tally.acknowledged() - acknowledged,
                    generatorShare,
                    latencies.delivery(),
                    latencies.acknowledgement());
        });
    }

    // Who only passes messages on keeps no order between those of two senders.
    private int sender(long tick) {
        return stores ? (int) (tick * 7 % 1_000_000) : 0;
    }

    /** Waits until every client has everything; what is missing then is a violation. */
    void drain() {
        boolean complete = generator.await(() -> clients.stream().allMatch(Audience::isComplete), DRAIN_SECONDS);
        if (!complete) {
            generator.call(() -> {
                tally.violations().add("not everything arrived");
                return null;
            });
        }
    }

    private static boolean isComplete(ChatClient client) {
        Room room = client.room();
        return room == null || client.lastRev() == room.written();
    }

    long written() {
        return rooms.stream().mapToLong(Room::written).sum();
    }

    Collection<String> violations() {
        return generator.call(() ->
                tally.violations().stream().map(what -> name + ": " + what).toList());
    }

    /** What happened in one stretch. */
    record Window(
            double seconds,
            long cpuMicros,
            long deliveries,
            long acknowledged,
            double generatorShare,
            Histogram delivery,
            Histogram acknowledgement) {
        double perDelivery() {
            return (double) cpuMicros / deliveries;
        }

        /** Which part of a core was in use. */
        double busy() {
            return cpuMicros / 1e6 / seconds;
        }
    }
}
