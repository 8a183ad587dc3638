package chat.parley.message.repository;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** What operators watch of the writer. */
@ApplicationScoped
class LogMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary batches;
    private final Timer commits;
    private final Counter refusals;
    private final Counter repetitions;
    private final Counter failures;

    LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        batches = DistributionSummary.builder("parley.message.batch.size")
                .description("Messages that one transaction carried")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        commits = Timer.builder("parley.message.commit")
                .description("Time from taking a batch to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        refusals = Counter.builder("parley.message.queue.refusals")
                .description("Messages refused because too many waited")
                .register(registry);
        repetitions = Counter.builder("parley.message.commit.repetitions")
                .description("Batches that were run again: a deadlock, a repeated message, a broken connection")
                .register(registry);
        failures = Counter.builder("parley.message.commit.failures")
                .description("Messages that could not be stored because the database was away or busy")
                .register(registry);
    }

    void repeated() {
        repetitions.increment();
    }

    void failed(int entries) {
        failures.increment(entries);
    }

    void watch(Collection<?> queue) {
        registry.gauge("parley.message.queue.waiting", queue, Collection::size);
    }

    void committed(int entries, long nanos) {
        batches.record(entries);
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    void refusedFull() {
        refusals.increment();
    }
}
