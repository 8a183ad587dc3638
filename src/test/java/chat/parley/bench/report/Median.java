package chat.parley.bench.report;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The middle of what several rounds found. */
public final class Median {
    private Median() {}

    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Over rounds 0, 1, 2, ... */
    public static double over(int rounds, IntToDoubleFunction value) {
        return of(IntStream.range(0, rounds).mapToDouble(value).boxed().toList());
    }
}
