package chat.parley.friendship.service;

import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.identity.UserId;
import chat.parley.realtime.PresenceVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/** Friends see whether the other is there. */
@ApplicationScoped
public class FriendPresenceService implements PresenceVisibility {
    private final FriendshipQueries friendships;

    FriendPresenceService(FriendshipQueries friendships) {
        this.friendships = friendships;
    }

    @Override
    @Transactional
    public Set<UserId> visible(UserId watcher, Collection<UserId> users) {
        return users.isEmpty() ? Set.of() : friendships.friendsAmong(watcher, users);
    }
}
