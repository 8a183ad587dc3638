package chat.parley.identity.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what happens at the door; a rise in failures is an attack or a broken client. */
@ApplicationScoped
public class SignInMetrics {
    private final Counter registrations;
    private final Counter logins;
    private final Counter failedLogins;
    private final Counter rotations;
    private final Counter reusedTokens;

    SignInMetrics(MeterRegistry registry) {
        registrations = registry.counter("parley.identity.registrations");
        logins = registry.counter("parley.identity.logins", "outcome", "ok");
        failedLogins = registry.counter("parley.identity.logins", "outcome", "failed");
        rotations = registry.counter("parley.identity.rotations", "outcome", "ok");
        reusedTokens = registry.counter("parley.identity.rotations", "outcome", "reused");
    }

    void registered() {
        registrations.increment();
    }

    void signedIn() {
        logins.increment();
    }

    void signInFailed() {
        failedLogins.increment();
    }

    void rotated() {
        rotations.increment();
    }

    void tokenReused() {
        reusedTokens.increment();
    }
}
