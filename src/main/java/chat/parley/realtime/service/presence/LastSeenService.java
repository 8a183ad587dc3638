package chat.parley.realtime.service.presence;

import chat.parley.identity.LastSeen;
import chat.parley.identity.UserId;
import chat.parley.realtime.SessionAnswer;
import chat.parley.realtime.SessionContributor;
import chat.parley.realtime.SessionOpening;
import chat.parley.realtime.service.ConnectionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Remembers when people were here: once a minute, of those who came or went since, and once an hour of all. So however
 * often somebody comes back, it is one write in a minute, and who just stays costs almost none.
 */
@ApplicationScoped
public class LastSeenService implements SessionContributor {
    private static final Logger LOG = Logger.getLogger(LastSeenService.class);
    private static final int EVERYBODY_EVERY = 60;

    private final ConnectionRegistry connections;
    private final PresenceService presence;
    private final LastSeen lastSeen;
    private final Clock clock;
    private final Set<UserId> came = ConcurrentHashMap.newKeySet();
    private Set<UserId> here = Set.of();
    private int minutes;

    LastSeenService(ConnectionRegistry connections, PresenceService presence, LastSeen lastSeen, Clock clock) {
        this.connections = connections;
        this.presence = presence;
        this.lastSeen = lastSeen;
        this.clock = clock;
    }

    @Override
    public void contribute(SessionOpening opening, SessionAnswer answer) {
        came.add(opening.session().userId());
    }

    /** Once a minute. */
    public synchronized void tick() {
        Set<UserId> now = Set.copyOf(connections.users());
        Set<UserId> seen = new HashSet<>(here);
        seen.removeAll(now);
        if (++minutes % EVERYBODY_EVERY == 0) {
            seen.addAll(now);
        }
        here = now;
        store(seen);
    }

    /** Before the process ends: everybody who was here. */
    public synchronized void leave() {
        store(new HashSet<>(here));
    }

    private void store(Set<UserId> seen) {
        Set<UserId> arrived = Set.copyOf(came);
        came.removeAll(arrived);
        seen.addAll(arrived);
        try {
            lastSeen.seen(seen, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        } catch (RuntimeException e) {
            // The next minute tries it again.
            came.addAll(seen);
            LOG.warnf("when %d people were here last could not be noted down: %s", seen.size(), e);
        }
    }

    /** When these were here last, as far as they show it and this one may see it. */
    public Map<UserId, Instant> of(UserId reader, Collection<UserId> users) {
        return lastSeen.of(presence.visible(reader, users));
    }
}
