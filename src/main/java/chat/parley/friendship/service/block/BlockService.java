package chat.parley.friendship.service.block;

import chat.parley.friendship.BlockChanged;
import chat.parley.friendship.DirectRooms;
import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.FriendshipError;
import chat.parley.friendship.model.Block;
import chat.parley.friendship.model.BlockView;
import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendshipPair;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.friendship.port.FriendshipRepository;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps two people apart, and lets them near each other again. A block ends whatever is between them, and looks to the
 * other like any end of a friendship.
 */
@ApplicationScoped
public class BlockService {
    private final BlockRepository blocks;
    private final FriendshipRepository friendships;
    private final DirectRooms rooms;
    private final Users users;
    private final Event<FriendshipChanged> friendshipEvents;
    private final Event<BlockChanged> blockEvents;
    private final Clock clock;

    BlockService(
            BlockRepository blocks,
            FriendshipRepository friendships,
            DirectRooms rooms,
            Users users,
            Event<FriendshipChanged> friendshipEvents,
            Event<BlockChanged> blockEvents,
            Clock clock) {
        this.blocks = blocks;
        this.friendships = friendships;
        this.rooms = rooms;
        this.users = users;
        this.friendshipEvents = friendshipEvents;
        this.blockEvents = blockEvents;
        this.clock = clock;
    }

    /** Blocking again changes nothing. */
    @Transactional
    public BlockView block(UserId me, UserId other) {
        if (me.equals(other)) {
            throw ParleyException.of(FriendshipError.BLOCK_SELF);
        }
        UserProfile profile = users.profile(other);
        Instant now = clock.instant();
        // Whoever asks for a friendship claims the same pair, and looks for blocks while holding it.
        FriendshipPair pair = friendships.claim(me, other, now);
        boolean isNew = blocks.add(new Block(me, other, now));
        end(pair, me, other);
        if (isNew) {
            blockEvents.fire(new BlockChanged(me, other, true));
        }
        return new BlockView(profile, now);
    }

    private void end(FriendshipPair pair, UserId me, UserId other) {
        friendships.delete(pair);
        FriendState state = pair.mine().state();
        if (state == FriendState.ACCEPTED) {
            rooms.close(me, other);
        }
        if (state != FriendState.NONE) {
            friendshipEvents.fire(new FriendshipChanged(me, other));
        }
    }

    /** Nothing that the block ended comes back by itself. */
    @Transactional
    public void lift(UserId me, UserId other) {
        if (!blocks.remove(me, other)) {
            throw ParleyException.of(FriendshipError.NOT_BLOCKED);
        }
        blockEvents.fire(new BlockChanged(me, other, false));
    }
}
