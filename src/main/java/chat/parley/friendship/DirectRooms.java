package chat.parley.friendship;

import chat.parley.identity.UserId;

/** What a friendship needs of rooms; the room feature, which stands above, provides it. Runs in the caller's transaction. */
public interface DirectRooms {
    /** Makes the room of these two, or makes the one they had writable again. Both orders name the same room. */
    DirectRoomId open(UserId one, UserId other);

    /** Makes their room read-only, if there is one. */
    void close(UserId one, UserId other);
}
