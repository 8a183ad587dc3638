package chat.parley.friendship.port;

import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.Friendship;
import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads friendships. */
public interface FriendshipQueries {
    Optional<Friendship> find(UserId user, UserId friend);

    /** Those of the users who are the user's friends. One query. */
    Set<UserId> friendsAmong(UserId user, Collection<UserId> users);

    /**
     * A user's side of their friendships in the order of the friends' ids.
     *
     * @param state only these; null is all
     * @param after the last friend of the former page
     */
    List<Friendship> page(UserId user, @Nullable FriendState state, @Nullable UserId after, int limit);
}
