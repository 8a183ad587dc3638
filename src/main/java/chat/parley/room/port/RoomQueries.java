package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.RoomSummary;
import chat.parley.room.model.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rooms, each time with one query. Deleted rooms do not exist here. */
public interface RoomQueries {
    Optional<Standing> standing(Seat seat);

    /** Of these rooms, those that the user is a member of. */
    Map<RoomId, Standing> standings(UserId member, Collection<RoomId> rooms);

    Optional<RoomSummary> room(Seat reader);

    /** All rooms that the user is a member of. */
    List<RoomSummary> mine(UserId user);

    Set<RoomId> ids(UserId member);

    /** The rooms of each of these members; users without any are left out. */
    Map<UserId, Set<RoomId>> ids(Collection<UserId> members);

    /**
     * Open groups, the newest first.
     *
     * @param name part of the name; null is any
     * @param before the last room of the former page
     */
    List<RoomSummary> open(UserId reader, @Nullable String name, @Nullable RoomId before, int limit);
}
