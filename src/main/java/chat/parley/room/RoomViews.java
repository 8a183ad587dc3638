package chat.parley.room;

import chat.parley.identity.UserId;
import java.util.List;
import java.util.Map;

/** Rooms and members in their wire shapes, for other features. Checks no rights: ask {@link RoomAccess} first. */
public interface RoomViews {
    /**
     * The room as this user sees it.
     *
     * @throws chat.parley.shared.error.ParleyException {@link RoomError#NOT_FOUND}
     */
    RoomView room(Seat reader);

    /** The first members, highest role first, then by name. */
    List<MemberView> members(RoomId roomId, int limit);

    /** How far the members came, those who read last first where there are more than {@code limit}. */
    Map<UserId, Long> readSeqs(RoomId roomId, int limit);
}
