package chat.parley.room.handler.event;

import chat.parley.identity.UserId;
import chat.parley.room.MemberView;
import chat.parley.room.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code room.members}: how many there are, and who came, went or got another role.
 *
 * @param changed with what they are now
 */
public record RoomMembersPush(
        RoomId roomId,
        int memberCount,
        @Nullable List<MemberView> joined,
        @Nullable List<UserId> left,
        @Nullable List<MemberView> changed) {

    static RoomMembersPush joined(RoomId roomId, int memberCount, List<MemberView> members) {
        return new RoomMembersPush(roomId, memberCount, members, null, null);
    }

    static RoomMembersPush left(RoomId roomId, int memberCount, UserId member) {
        return new RoomMembersPush(roomId, memberCount, null, List.of(member), null);
    }

    static RoomMembersPush changed(RoomId roomId, int memberCount, List<MemberView> members) {
        return new RoomMembersPush(roomId, memberCount, null, null, members);
    }
}
