package chat.parley.identity.port;

import chat.parley.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Stores when people were here last; nothing of those who hide it. */
public interface LastSeenRepository {
    /** Moves it forward, never back. One statement. */
    void seen(Collection<UserId> users, Instant at);

    Map<UserId, Instant> of(Collection<UserId> users);
}
