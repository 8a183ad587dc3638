package chat.parley.identity.service;

import chat.parley.identity.port.IdentityConfig;
import chat.parley.identity.port.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Removes sessions and refresh tokens that nobody can use any more. */
@ApplicationScoped
public class DeleteExpiredSessionsService {
    private static final int BATCH = 1000;

    private final SessionRepository sessions;
    private final IdentityConfig config;
    private final Clock clock;

    DeleteExpiredSessionsService(SessionRepository sessions, IdentityConfig config, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /** Deletes a few at a time, so that no lock is held for long, and returns whether there may be more. */
    @Transactional
    public boolean deleteSome() {
        Instant now = clock.instant();
        return sessions.deleteExpired(now, now.minus(config.refreshTokenLifetime()), BATCH) >= BATCH;
    }
}
