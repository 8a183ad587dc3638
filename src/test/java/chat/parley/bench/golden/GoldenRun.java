package chat.parley.bench.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Asks everything, compares with the oracle, and takes the time of each first page. */
final class GoldenRun {
    /** Where there is more, the newest of this many are compared, one by one and in order. */
    static final int COMPARED = 500;

    private static final int FIRST_PAGE = 50;
    private static final int PAGE = 100;

    /** Messages by their numbers, and the cursor of the next page. */
    record Answer(List<Integer> messages, @Nullable String next) {}

    /** Asks the server. */
    interface Server {
        Answer search(String query, @Nullable String cursor, int limit) throws Exception;
    }

    private final Server server;
    private final GoldenOracle oracle;
    private final Histogram latencies = new Histogram(3);
    private final List<String> violations = new ArrayList<>();
    private long expected;
    private long right;
    private long found;

    GoldenRun(Server server, GoldenOracle oracle) {
        this.server = server;
        this.oracle = oracle;
    }

    GoldenRun ask(List<String> queries) throws Exception {
        for (String query : queries) {
            long start = System.nanoTime();
            server.search(query, null, FIRST_PAGE);
            latencies.recordValue(System.nanoTime() - start);
        }
        for (String query : queries) {
            compare(query);
        }
        return this;
    }

    private void compare(String query) throws Exception {
        List<Integer> must = oracle.find(query, COMPARED);
        List<Integer> got = new ArrayList<>();
        String cursor = null;
        do {
            Answer answer = server.search(query, cursor, PAGE);
            got.addAll(answer.messages());
            cursor = answer.next();
        } while (cursor != null && got.size() < COMPARED);
        List<Integer> newest = got.subList(0, Math.min(COMPARED, got.size()));
        Set<Integer> common = new HashSet<>(newest);
        common.retainAll(must);
        expected += must.size();
        found += newest.size();
        right += common.size();
        if (!newest.equals(must)) {
            violations.add("\"%s\": %d of %d found, %d of %d wrong"
                    .formatted(query, common.size(), must.size(), newest.size() - common.size(), newest.size()));
        }
    }

    List<String> violations() {
        return violations;
    }

    long expected() {
        return expected;
    }

    double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
