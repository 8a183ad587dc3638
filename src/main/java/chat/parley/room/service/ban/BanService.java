package chat.parley.room.service.ban;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.room.Membership;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.BanLifted;
import chat.parley.room.RoomEvent.MemberBanned;
import chat.parley.room.Seat;
import chat.parley.room.model.Ban;
import chat.parley.room.model.BanView;
import chat.parley.room.model.Member;
import chat.parley.room.port.BanRepository;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.service.RoomAccessService;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps people out of a group, whether they are in it at the moment or not, and lets them come back. Everybody who
 * wants in locks the room as well, so of a ban and an entrance at the same time the ban always wins.
 */
@ApplicationScoped
public class BanService {
    private final RoomAccessService access;
    private final MemberRepository members;
    private final BanRepository bans;
    private final Users users;
    private final Event<RoomEvent> events;
    private final Clock clock;

    BanService(
            RoomAccessService access,
            MemberRepository members,
            BanRepository bans,
            Users users,
            Event<RoomEvent> events,
            Clock clock) {
        this.access = access;
        this.members = members;
        this.bans = bans;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who is banned already stays so, with the former reason. */
    @Transactional
    public BanView ban(BanMember command) {
        Seat caller = command.caller();
        access.lock(caller.roomId());
        Membership membership = access.asModerator(caller);
        UserProfile user = users.profile(command.userId());
        Seat seat = new Seat(caller.roomId(), user.id());
        Optional<Member> member = members.find(seat);
        member.ifPresent(present -> access.requireAbove(membership, present));
        Ban ban = new Ban(seat.roomId(), seat.userId(), caller.userId(), command.reason(), clock.instant());
        if (!bans.add(ban)) {
            return BanView.of(bans.find(seat).orElseThrow(), user);
        }
        members.remove(seat);
        events.fire(new MemberBanned(seat.roomId(), caller.userId(), seat.userId(), member.isPresent()));
        return BanView.of(ban, user);
    }

    @Transactional
    public void lift(Seat caller, UserId user) {
        access.lock(caller.roomId());
        access.asModerator(caller);
        if (!bans.remove(new Seat(caller.roomId(), user))) {
            throw ParleyException.of(RoomError.NOT_BANNED);
        }
        events.fire(new BanLifted(caller.roomId(), caller.userId(), user));
    }
}
