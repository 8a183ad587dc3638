package chat.parley.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When people were here last. Nothing is kept of those who hide it. */
public interface LastSeen {
    /** They were here at this time; an earlier one than is known changes nothing. */
    void seen(Collection<UserId> users, Instant at);

    /** Those of whom it is known; who may see it is for the caller to ask. */
    Map<UserId, Instant> of(Collection<UserId> users);
}
