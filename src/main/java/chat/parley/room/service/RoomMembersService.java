package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomMembers;
import chat.parley.room.Seat;
import chat.parley.room.port.MemberQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** Finds the members whom a message calls. */
@ApplicationScoped
class RoomMembersService implements RoomMembers {
    private final MemberQueries members;

    RoomMembersService(MemberQueries members) {
        this.members = members;
    }

    @Override
    public Map<UserId, String> named(Seat asking, Collection<String> usernames) {
        return usernames.isEmpty() ? Map.of() : members.named(asking.roomId(), usernames);
    }
}
