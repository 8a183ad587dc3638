package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.realtime.PresenceVisibility;
import chat.parley.room.port.MemberQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/** People who share a room see whether the other is there. */
@ApplicationScoped
public class RoomPresenceService implements PresenceVisibility {
    private final MemberQueries members;

    RoomPresenceService(MemberQueries members) {
        this.members = members;
    }

    @Override
    @Transactional
    public Set<UserId> visible(UserId watcher, Collection<UserId> users) {
        return users.isEmpty() ? Set.of() : members.sharingARoom(watcher, users);
    }
}
