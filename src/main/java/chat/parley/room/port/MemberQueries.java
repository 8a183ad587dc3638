package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.Member;
import chat.parley.room.model.MemberPosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads members, each time with one query. */
public interface MemberQueries {
    /**
     * Members by role, highest first, then by name.
     *
     * @param name part of the user name or the display name; null is any
     * @param after the last member of the former page
     */
    List<Member> page(RoomId roomId, @Nullable String name, @Nullable MemberPosition after, int limit);

    /** Those of the users that are in the room. */
    List<Member> among(RoomId roomId, Collection<UserId> users);

    /** The members with these user names, compared without regard to case; the answer has them as they are written. */
    Map<UserId, String> named(RoomId roomId, Collection<String> usernames);

    /** Those of the users who are in any room that the user is in too. */
    Set<UserId> sharingARoom(UserId user, Collection<UserId> users);

    /** Positions of the members that read furthest. */
    Map<UserId, Long> readSeqs(RoomId roomId, int limit);
}
