package chat.parley.room.service;

import chat.parley.friendship.Blocks;
import chat.parley.identity.UserId;
import chat.parley.room.RoomMembers;
import chat.parley.room.Seat;
import chat.parley.room.port.MemberQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds the members whom a message calls; who is kept apart from its author by a block is not called. */
@ApplicationScoped
class RoomMembersService implements RoomMembers {
    private final MemberQueries members;
    private final Blocks blocks;

    RoomMembersService(MemberQueries members, Blocks blocks) {
        this.members = members;
        this.blocks = blocks;
    }

    @Override
    @Transactional
    public Map<UserId, String> named(Seat asking, Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return Map.of();
        }
        Map<UserId, String> named = new HashMap<>(members.named(asking.roomId(), usernames));
        named.keySet().removeAll(blocks.between(asking.userId(), named.keySet()));
        return named;
    }
}
