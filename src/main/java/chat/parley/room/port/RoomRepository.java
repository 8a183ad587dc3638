package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores rooms. Whatever changes a room or its members locks the room first, and then sees everything others have
 * committed; what is stored here can be read at once by any statement of the same transaction.
 */
public interface RoomRepository {
    void add(Room room);

    /**
     * Adds a room under its creator's key.
     *
     * @return false if the creator has one under this key, of which {@link #madeBy} then tells
     */
    boolean add(Room room, UUID clientId);

    /** The room that this user made under this key; it may have been deleted since. */
    Optional<RoomId> madeBy(UserId creator, UUID clientId);

    /** The room, locked until the transaction ends; empty if it does not exist or was deleted. */
    Optional<Room> lock(RoomId id);

    Optional<Room> lockDirect(DirectKey key);

    /** The direct room with this one's key, locked: the stored one, or this one if there was none. */
    Room claimDirect(Room room);

    /** Stores a room that was locked in this transaction. */
    void save(Room room, Instant now);

    /** Ends a room that was locked in this transaction; its log stays. */
    void delete(RoomId id, Instant now);
}
