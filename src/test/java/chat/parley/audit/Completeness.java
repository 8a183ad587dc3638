package chat.parley.audit;

import chat.parley.audit.client.ChatClient;
import chat.parley.audit.client.Measurements;
import chat.parley.audit.client.RoomCopy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Watches how long it takes until every client has everything that anybody knew at some moment. */
final class Completeness {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Collection<ChatClient> clients;
    private final Measurements measurements;

    Completeness(Collection<ChatClient> clients, Measurements measurements) {
        this.clients = clients;
        this.measurements = measurements;
    }

    /**
     * Time from now until all are connected, have sent what they want to send now, and have all that anybody knows
     * now; empty if that takes too long.
     */
    Optional<Duration> await(Duration patience) throws InterruptedException {
        return await(measurements.highWater(), patience);
    }

    /** The same with the given revisions of rooms. */
    Optional<Duration> await(Map<String, Long> revs, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        Map<ChatClient, Integer> wanted = clients.stream().collect(Collectors.toMap(c -> c, ChatClient::wanted));
        while (clients.stream()
                .filter(client -> !client.isPaused())
                .anyMatch(client -> client.settled() < wanted.get(client) || isBehind(client, revs))) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return Optional.empty();
            }
            Thread.sleep(LOOK_EVERY);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Until all know how far they have read themselves. */
    void awaitReadPositions(Map<String, StoredRoom> stored, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()
                && clients.stream()
                        .anyMatch(client -> client.rooms().values().stream()
                                .anyMatch(room -> room.readSeq() < readSeq(stored.get(room.id()), client.userId())))) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static long readSeq(@Nullable StoredRoom room, String userId) {
        return room == null ? 0 : room.readSeqs().getOrDefault(userId, 0L);
    }

    /** Who is connected and yet lacks something of a room, and of which. */
    List<String> behind(Map<String, Long> revs) {
        return clients.stream()
                .filter(client -> client.isOpen() && !client.isPaused())
                .flatMap(client -> client.rooms().values().stream()
                        .filter(room -> isBehind(room, revs))
                        .map(room -> "%s has %d of %d of room %s"
                                .formatted(client.label(), room.rev(), revs.get(room.id()), room.id())))
                .toList();
    }

    private static boolean isBehind(ChatClient client, Map<String, Long> revs) {
        return !client.isOpen() || client.rooms().values().stream().anyMatch(room -> isBehind(room, revs));
    }

    private static boolean isBehind(RoomCopy room, Map<String, Long> revs) {
        return room.rev() < revs.getOrDefault(room.id(), 0L);
    }
}
