package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.Session;
import chat.parley.shared.error.ParleyException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckSessionServiceTest {
    private static final SessionId ID = new SessionId(7);

    private final Services services = new Services();

    @BeforeEach
    void openSession() {
        var session = Session.start(ID, new UserId(1), services.clock.instant(), Duration.ofDays(30));
        services.sessions.add(session, new Device(null, "192.0.2.1"));
    }

    @Test
    void theDatabaseIsAskedOnceInAnInterval() {
        requireAlive();
        requireAlive();
        assertThat(services.sessions.reads).isEqualTo(1);
        services.clock.advance(Duration.ofSeconds(10));
        requireAlive();
        assertThat(services.sessions.reads).isEqualTo(2);
    }

    @Test
    void aSessionThatEndedElsewhereIsRefusedAfterTheInterval() {
        requireAlive();
        services.sessions.revoke(ID, services.clock.instant());
        services.clock.advance(Duration.ofSeconds(10));
        assertEnded();
    }

    @Test
    void aSessionThatEndedHereIsRefusedAtOnce() {
        requireAlive();
        services.checks.ended(ID);
        assertEnded();
    }

    @Test
    void anUnknownSessionIsRefused() {
        assertThatThrownBy(() -> services.checks.requireAlive(new SessionId(8))).isInstanceOf(ParleyException.class);
    }

    private void requireAlive() {
        assertThatCode(() -> services.checks.requireAlive(ID)).doesNotThrowAnyException();
    }

    private void assertEnded() {
        assertThatThrownBy(() -> services.checks.requireAlive(ID)).isInstanceOf(ParleyException.class);
    }
}
