package chat.parley.friendship.service;

import chat.parley.friendship.port.BlockRepository;
import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.identity.UserId;
import chat.parley.realtime.PresenceVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/** Friends see whether the other is there; who blocked, or was blocked by, the other does not, whatever they share. */
@ApplicationScoped
public class FriendPresenceService implements PresenceVisibility {
    private final FriendshipQueries friendships;
    private final BlockRepository blocks;

    FriendPresenceService(FriendshipQueries friendships, BlockRepository blocks) {
        this.friendships = friendships;
        this.blocks = blocks;
    }

    @Override
    @Transactional
    public Set<UserId> visible(UserId watcher, Collection<UserId> users) {
        return users.isEmpty() ? Set.of() : friendships.friendsAmong(watcher, users);
    }

    @Override
    @Transactional
    public Set<UserId> hidden(UserId watcher, Collection<UserId> users) {
        return blocks.between(watcher, users);
    }
}
