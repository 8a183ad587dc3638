package chat.parley.room;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Map;

/** Finds members by name, for other features. Checks no rights: ask {@link RoomAccess} first. */
public interface RoomMembers {
    /**
     * Those members of the room who have one of these user names, as names are compared: without regard to case.
     *
     * @param asking who wants to call them, and where
     * @return their user names
     */
    Map<UserId, String> named(Seat asking, Collection<String> usernames);
}
