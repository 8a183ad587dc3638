package chat.parley.friendship.service;

import chat.parley.friendship.DirectRooms;
import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.FriendshipError;
import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendshipPair;
import chat.parley.friendship.port.FriendshipRepository;
import chat.parley.identity.UserId;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Refuses or withdraws a request, or ends a friendship; the direct room stays to be read. */
@ApplicationScoped
public class EndFriendshipService {
    private final FriendshipRepository friendships;
    private final DirectRooms rooms;
    private final Event<FriendshipChanged> events;

    EndFriendshipService(FriendshipRepository friendships, DirectRooms rooms, Event<FriendshipChanged> events) {
        this.friendships = friendships;
        this.rooms = rooms;
        this.events = events;
    }

    @Transactional
    public void end(UserId me, UserId other) {
        if (!endIfAny(me, other)) {
            throw ParleyException.of(FriendshipError.NOT_FOUND);
        }
    }

    /** Whether there was anything between the two. */
    @Transactional
    public boolean endIfAny(UserId me, UserId other) {
        Optional<FriendshipPair> between = friendships.lock(me, other);
        between.ifPresent(pair -> end(pair, me, other));
        return between.isPresent();
    }

    private void end(FriendshipPair pair, UserId me, UserId other) {
        friendships.delete(pair);
        if (pair.mine().state() == FriendState.ACCEPTED) {
            rooms.close(me, other);
        }
        events.fire(new FriendshipChanged(me, other));
    }
}
