package chat.parley.shared.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets no scheduled job begin once the server stops. The framework itself goes on to start them until its container is
 * gone, and one that began just then would fail with an error in the log.
 */
@ApplicationScoped
class StoppingJobs {
    private static final int BEFORE_EVERYTHING_ELSE = 1;

    private final Scheduler scheduler;

    StoppingJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stopping(@Observes @Priority(BEFORE_EVERYTHING_ELSE) ShutdownEvent event) {
        scheduler.pause();
    }
}
