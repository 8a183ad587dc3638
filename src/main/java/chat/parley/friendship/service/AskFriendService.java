package chat.parley.friendship.service;

import chat.parley.friendship.DirectRooms;
import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.FriendshipError;
import chat.parley.friendship.model.FriendView;
import chat.parley.friendship.model.FriendshipPair;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.friendship.port.FriendshipRepository;
import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Asks for a friendship, or accepts the other's request; asking again changes nothing. */
@ApplicationScoped
public class AskFriendService {
    private final FriendshipRepository friendships;
    private final BlockRepository blocks;
    private final DirectRooms rooms;
    private final Users users;
    private final Event<FriendshipChanged> events;
    private final Clock clock;

    AskFriendService(
            FriendshipRepository friendships,
            BlockRepository blocks,
            DirectRooms rooms,
            Users users,
            Event<FriendshipChanged> events,
            Clock clock) {
        this.friendships = friendships;
        this.blocks = blocks;
        this.rooms = rooms;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public FriendView ask(AskFriend command) {
        UserId me = command.userId();
        UserId other = command.other();
        check(me, other);
        Instant now = clock.instant();
        FriendshipPair before = friendships.claim(me, other, now);
        refuseBlocked(me, other);
        FriendshipPair after = switch (before.mine().state()) {
            case NONE -> before.requestedByMe(command.note(), now);
            case PENDING -> before.accepted(rooms.open(me, other), now);
            case REQUESTED, ACCEPTED -> before;
        };
        if (!after.equals(before)) {
            friendships.save(after);
            events.fire(new FriendshipChanged(me, other));
        }
        return FriendView.of(after.mine(), users.profile(other));
    }

    // Behind the claim, which a block in either direction needs as well.
    private void refuseBlocked(UserId me, UserId other) {
        if (blocks.isBlocked(me, other)) {
            throw ParleyException.of(FriendshipError.BLOCKED);
        }
        if (blocks.isBlocked(other, me)) {
            throw ParleyException.of(FriendshipError.NOT_POSSIBLE);
        }
    }

    private void check(UserId me, UserId other) {
        if (me.equals(other)) {
            throw ParleyException.of(FriendshipError.SELF);
        }
        if (users.active(Set.of(other)).isEmpty()) {
            throw ParleyException.of(IdentityError.USER_NOT_FOUND);
        }
    }
}
