package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Lane;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who listens to one topic, grouped by lane: a publication crosses threads once for each lane, not once for each
 * connection. Safe to walk while others come and go; coming and going is guarded by the index.
 */
final class Subscribers {
    static final Subscribers NONE = new Subscribers();

    private final Map<Lane, Set<Connection>> byLane = new ConcurrentHashMap<>(4);

    void add(Connection connection) {
        byLane.computeIfAbsent(connection.lane(), lane -> ConcurrentHashMap.newKeySet(4))
                .add(connection);
    }

    void remove(Connection connection) {
        byLane.computeIfPresent(connection.lane(), (lane, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
        });
    }

    boolean isEmpty() {
        return byLane.isEmpty();
    }

    int size() {
        return byLane.values().stream().mapToInt(Set::size).sum();
    }

    void forEach(Consumer<Connection> action) {
        byLane.values().forEach(connections -> connections.forEach(action));
    }

    void forEachLane(BiConsumer<Lane, Set<Connection>> action) {
        byLane.forEach(action);
    }
}
