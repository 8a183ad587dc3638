package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Ban;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores who may not come back. Whoever decides something by it has locked the room. */
public interface BanRepository {
    /** Returns false, and changes nothing, if there is a ban already. */
    boolean add(Ban ban);

    /** Whether there was one. */
    boolean remove(Seat seat);

    Optional<Ban> find(Seat seat);

    /** Those of the users that are banned from the room. */
    Set<UserId> among(RoomId roomId, Collection<UserId> users);

    /**
     * Bans in the order of the users' ids.
     *
     * @param after the last user of the former page
     */
    List<Ban> page(RoomId roomId, @Nullable UserId after, int limit);
}
