package chat.parley.identity.service.seen;

import chat.parley.identity.LastSeen;
import chat.parley.identity.UserId;
import chat.parley.identity.port.LastSeenRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps when people were here last. */
@ApplicationScoped
public class LastSeenStoreService implements LastSeen {
    private static final int AT_ONCE = 500;

    private final LastSeenRepository lastSeen;

    LastSeenStoreService(LastSeenRepository lastSeen) {
        this.lastSeen = lastSeen;
    }

    /** A few hundred at a time, in the order of their ids, so that two nodes cannot wait for each other. */
    @Override
    public void seen(Collection<UserId> users, Instant at) {
        List<UserId> sorted = new ArrayList<>(users);
        sorted.sort(null);
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            store(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)), at);
        }
    }

    @Transactional
    void store(List<UserId> users, Instant at) {
        lastSeen.seen(users, at);
    }

    @Override
    @Transactional
    public Map<UserId, Instant> of(Collection<UserId> users) {
        return users.isEmpty() ? Map.of() : lastSeen.of(users);
    }
}
