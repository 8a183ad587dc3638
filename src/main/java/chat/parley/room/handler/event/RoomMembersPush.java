package chat.parley.room.handler.event;

import chat.parley.identity.UserId;
import chat.parley.room.MemberView;
import chat.parley.room.RoomId;
import chat.parley.room.service.RoomNewsService.People;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Says where these users are now.
     *
     * @param wereIn whether those who are in the room were so before
     */
    static RoomMembersPush of(RoomId roomId, Collection<UserId> users, People people, boolean wereIn) {
        Set<UserId> in =
                people.members().stream().map(member -> member.user().id()).collect(Collectors.toSet());
        List<UserId> out = users.stream().filter(user -> !in.contains(user)).toList();
        List<MemberView> present = people.members().isEmpty() ? null : people.members();
        return new RoomMembersPush(
                roomId,
                people.memberCount(),
                wereIn ? null : present,
                out.isEmpty() ? null : out,
                wereIn ? present : null);
    }
}
