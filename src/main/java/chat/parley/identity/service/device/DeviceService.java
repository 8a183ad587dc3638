package chat.parley.identity.service.device;

import chat.parley.identity.IdentityError;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.UserId;
import chat.parley.identity.model.SignedInDevice;
import chat.parley.identity.port.DeviceQueries;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Shows people where they are signed in, and ends single sessions. */
@ApplicationScoped
public class DeviceService {
    // More than anybody looks at; who signs in a thousand times sees those used last.
    private static final int SHOWN = 200;

    private final DeviceQueries devices;
    private final SessionRepository sessions;
    private final Event<SessionRevoked> revoked;
    private final Clock clock;

    DeviceService(DeviceQueries devices, SessionRepository sessions, Event<SessionRevoked> revoked, Clock clock) {
        this.devices = devices;
        this.sessions = sessions;
        this.revoked = revoked;
        this.clock = clock;
    }

    @Transactional
    public List<SignedInDevice> list(UserId user) {
        return devices.alive(user, clock.instant(), SHOWN);
    }

    /** Only the user's own; those of others do not exist here. */
    @Transactional
    public void revoke(UserId user, SessionId session) {
        Instant now = clock.instant();
        boolean own = devices.alive(user, now, Integer.MAX_VALUE).stream()
                .anyMatch(device -> device.id().equals(session));
        if (!own || !sessions.revoke(session, now)) {
            throw ParleyException.of(IdentityError.SESSION_NOT_FOUND);
        }
        revoked.fire(new SessionRevoked(user, session));
    }
}
