package chat.parley.shared.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement over a list of values. It comes in sizes that are powers of two only, so that there are few of them and the
 * driver and the server keep all of them prepared.
 */
public final class ListStatement {
    private final String head;
    private final String place;
    private final String tail;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    public ListStatement(String head, String place, String tail) {
        this.head = head;
        this.place = place;
        this.tail = tail;
    }

    /** The least size that takes so many values; the places left over repeat a value. */
    public static int sizeFor(int values) {
        int largest = Integer.highestOneBit(values);
        return largest == values ? values : largest * 2;
    }

    /** The values, at least one, in a number that there is a statement for: one of them is repeated. */
    public static <T> List<T> padded(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        while (padded.size() < sizeFor(values.size())) {
            padded.add(padded.getLast());
        }
        return padded;
    }

    /** The text with this many places. */
    public String text(int size) {
        return texts.computeIfAbsent(size, n -> head + String.join(", ", Collections.nCopies(n, place)) + tail);
    }
}
