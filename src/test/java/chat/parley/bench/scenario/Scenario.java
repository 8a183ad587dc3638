package chat.parley.bench.scenario;

import chat.parley.bench.lab.Lab;
import chat.parley.bench.report.Result;

/** One benchmark. */
public interface Scenario {
    /** What the benchmarks are called by, such as {@code B1}. */
    String id();

    /** In a few words. */
    String title();

    Result run(Lab lab) throws Exception;
}
