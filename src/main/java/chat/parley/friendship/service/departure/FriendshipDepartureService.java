package chat.parley.friendship.service.departure;

import chat.parley.friendship.model.Friendship;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.friendship.service.EndFriendshipService;
import chat.parley.identity.AccountDeparture;
import chat.parley.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Ends whatever a deleted account has with others, one pair after the other. */
@ApplicationScoped
public class FriendshipDepartureService implements AccountDeparture {
    private static final int AT_ONCE = 100;

    private final FriendshipQueries friendships;
    private final EndFriendshipService ending;
    private final BlockRepository blocks;

    FriendshipDepartureService(FriendshipQueries friendships, EndFriendshipService ending, BlockRepository blocks) {
        this.friendships = friendships;
        this.ending = ending;
        this.blocks = blocks;
    }

    @Override
    public void depart(UserId user) {
        List<Friendship> some = some(user);
        while (!some.isEmpty()) {
            some.forEach(side -> ending.endIfAny(user, side.friendId()));
            some = some(user);
        }
        unblock(user);
    }

    @Transactional
    List<Friendship> some(UserId user) {
        return friendships.page(user, null, null, AT_ONCE);
    }

    @Transactional
    void unblock(UserId user) {
        blocks.removeAll(user);
    }
}
