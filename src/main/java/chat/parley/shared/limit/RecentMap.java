package chat.parley.shared.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that forgets what was not touched for longest when it is full. Any thread. */
public final class RecentMap<K, V> {
    private final Map<K, V> entries;

    public RecentMap(int maxEntries) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > maxEntries;
            }
        };
    }

    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    /** Puts what the change makes of the present value, null if there is none. */
    public synchronized V update(K key, Function<@Nullable V, V> change) {
        V value = change.apply(entries.get(key));
        entries.put(key, value);
        return value;
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    public synchronized int size() {
        return entries.size();
    }
}
