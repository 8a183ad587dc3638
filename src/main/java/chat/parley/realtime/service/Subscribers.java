package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.Lane;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who listens to one topic, grouped by lane: a publication crosses threads once for each lane, not once for each
 * connection. Safe to walk while others come and go; coming and going is guarded by the index.
 */
final class Subscribers {
    static final Subscribers NONE = new Subscribers();

    private final Map<Lane, OfLane> byLane = new ConcurrentHashMap<>(4);

    /** Those of one lane. An array that is replaced: it is walked for every push, and has to be small when nobody speaks. */
    static final class OfLane {
        private volatile Connection[] connections = {};
        private final FlushPace pace = new FlushPace();

        /** Pushes to those who listen now, on their lane; in a big room what is pushed may wait for more. */
        void push(Lane lane, Consumer<Connection> push) {
            int size = connections.length;
            if (size < FlushPace.MANY) {
                forEach(push);
                return;
            }
            long now = System.nanoTime();
            long at = pace.flushAt(now, size);
            if (at == now) {
                forEach(push);
            } else {
                lane.leavingAt(at, () -> forEach(push));
            }
        }

        /** Those who listen now, at the time of the call. */
        void forEach(Consumer<Connection> action) {
            for (Connection connection : connections) {
                action.accept(connection);
            }
        }

        private void add(Connection connection) {
            if (indexOf(connection) < 0) {
                Connection[] more = Arrays.copyOf(connections, connections.length + 1);
                more[connections.length] = connection;
                connections = more;
            }
        }

        private void remove(Connection connection) {
            int index = indexOf(connection);
            if (index >= 0) {
                Connection[] fewer = Arrays.copyOf(connections, connections.length - 1);
                if (index < fewer.length) {
                    fewer[index] = connections[fewer.length];
                }
                connections = fewer;
            }
        }

        private int indexOf(Connection connection) {
            return Arrays.asList(connections).indexOf(connection);
        }
    }

    void add(Connection connection) {
        byLane.computeIfAbsent(connection.lane(), lane -> new OfLane()).add(connection);
    }

    void remove(Connection connection) {
        byLane.computeIfPresent(connection.lane(), (lane, present) -> {
            present.remove(connection);
            return present.connections.length == 0 ? null : present;
        });
    }

    boolean isEmpty() {
        return byLane.isEmpty();
    }

    int size() {
        return byLane.values().stream()
                .mapToInt(lane -> lane.connections.length)
                .sum();
    }

    void forEach(Consumer<Connection> action) {
        byLane.values().forEach(lane -> lane.forEach(action));
    }

    void forEachLane(BiConsumer<Lane, OfLane> action) {
        byLane.forEach(action);
    }
}
