package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.port.MemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Puts people into a group. Those who are in already stay as they are. */
@ApplicationScoped
public class AddMembersService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final Candidates candidates;
    private final Event<RoomEvent> events;
    private final Clock clock;

    AddMembersService(
            RoomAccessService access,
            MemberRepository members,
            Candidates candidates,
            Event<RoomEvent> events,
            Clock clock) {
        this.access = access;
        this.members = members;
        this.candidates = candidates;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void add(Seat caller, List<UserId> wanted) {
        access.lock(caller.roomId());
        access.asModerator(caller);
        candidates.require(caller, wanted, "/userIds");
        Set<UserId> present = members.among(caller.roomId(), wanted);
        List<UserId> missing = wanted.stream()
                .distinct()
                .filter(user -> !present.contains(user))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        members.add(
                caller.roomId(),
                missing.stream()
                        .map(user -> Member.entering(user, Role.MEMBER, now))
                        .toList());
        events.fire(new MembersAdded(caller.roomId(), caller.userId(), missing));
    }
}
