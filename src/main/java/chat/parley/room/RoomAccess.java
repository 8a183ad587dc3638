package chat.parley.room;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Map;

/**
 * The one door to a room on a user's behalf; no other class compares roles.
 *
 * <p>To outsiders of a room that is not open, the room does not exist: {@link RoomError#NOT_FOUND}. To outsiders of an
 * open room the answer is {@link RoomError#NOT_A_MEMBER}. Members without the needed role get
 * {@link RoomError#FORBIDDEN}. A direct room has neither moderators nor an owner, so its two people get {@link
 * RoomError#DIRECT} where one is asked for.
 */
public interface RoomAccess {
    Membership asMember(Seat seat);

    /** Of these rooms, those that the user is a member of. One query. */
    Map<RoomId, Membership> memberships(UserId user, Collection<RoomId> rooms);

    /** An admin or the creator. */
    Membership asModerator(Seat seat);

    /** An admin or the creator of a group, and either of the two people of a direct room. */
    Membership asCurator(Seat seat);

    /** The creator. */
    Membership asOwner(Seat seat);

    /** Whether {@link #asModerator} would let this member through. */
    boolean isModerator(Membership membership);
}
