package chat.parley.friendship.port;

import chat.parley.friendship.model.FriendshipPair;
import chat.parley.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** Stores friendships. Whoever holds a pair is the only one that changes it until the transaction ends. */
public interface FriendshipRepository {
    /**
     * Both sides, as seen by {@code me}. Where nothing was between the two, the pair is made with state {@code NONE},
     * so that two people who ask each other at the same time meet at the same rows.
     */
    FriendshipPair claim(UserId me, UserId other, Instant now);

    Optional<FriendshipPair> lock(UserId me, UserId other);

    /** Stores a pair that was claimed or locked in this transaction. */
    void save(FriendshipPair pair);

    void delete(FriendshipPair pair);
}
