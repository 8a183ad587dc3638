package chat.parley.realtime.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom to look at, and when, so that nobody has to look at everybody. Each is in it once. Times are milliseconds since the
 * epoch, and kept to a tenth of a second, never too early. Any thread.
 */
public final class Agenda<T> {
    private static final int SLOT_MILLIS = 100;

    private final Map<T, Long> slots = new HashMap<>();
    private final NavigableMap<Long, Set<T>> subjects = new TreeMap<>();

    /** Adds it; of two times the earlier one counts. */
    public synchronized void add(T subject, long at) {
        long slot = Math.ceilDiv(at, SLOT_MILLIS);
        Long present = slots.get(subject);
        if (present == null || slot < present) {
            remove(subject);
            slots.put(subject, slot);
            subjects.computeIfAbsent(slot, s -> new HashSet<>(4)).add(subject);
        }
    }

    public synchronized void remove(T subject) {
        Long slot = slots.remove(subject);
        if (slot != null) {
            subjects.computeIfPresent(slot, (s, together) -> {
                together.remove(subject);
                return together.isEmpty() ? null : together;
            });
        }
    }

    /** Takes out those whose time has come. */
    public synchronized List<T> take(long now) {
        Map<Long, Set<T>> due = subjects.headMap(Math.floorDiv(now, SLOT_MILLIS), true);
        List<T> taken = new ArrayList<>();
        due.values().forEach(taken::addAll);
        due.clear();
        taken.forEach(slots::remove);
        return taken;
    }
}
