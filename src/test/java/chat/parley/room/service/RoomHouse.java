package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.Role;
import chat.parley.room.RoomActivity;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.WritePolicy;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.shared.id.IdGenerator;
import chat.parley.testing.FakeUsers;
import chat.parley.testing.RecordedEvents;
import chat.parley.testing.SteppingClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The room services on fakes, with one person of each kind: creator, admin, member and stranger. */
final class RoomHouse {
    final FakeUsers users = new FakeUsers();
    final UserId creator = users.add(1, "creator");
    final UserId admin = users.add(2, "admin");
    final UserId member = users.add(3, "member");
    final UserId stranger = users.add(4, "stranger");

    final InMemoryRooms rooms = new InMemoryRooms();
    final RecordedEvents<RoomEvent> events = new RecordedEvents<>();
    final SteppingClock clock = new SteppingClock();
    final IdGenerator ids = new AtomicLong(100)::incrementAndGet;
    final Map<RoomId, RoomActivity.Activity> activity = new LinkedHashMap<>();

    final RoomAccessService access = new RoomAccessService(rooms, rooms);
    final Candidates candidates = new Candidates(users, rooms.bans, (user, others) -> Set.of());
    final RoomViewAssembler assembler = new RoomViewAssembler(users, (reader, asked) -> Map.copyOf(activity));
    final CreateRoomService creating = new CreateRoomService(rooms, rooms.members, candidates, events, ids, clock);
    final ChangeRoomService changing = new ChangeRoomService(access, rooms, events, clock);
    final DeleteRoomService deleting = new DeleteRoomService(access, rooms, rooms.members, events, clock);
    final JoinRoomService joining =
            new JoinRoomService(rooms, rooms.members, rooms.invitations, rooms.bans, events, clock);
    final LeaveRoomService leaving = new LeaveRoomService(access, rooms.members, deleting, events);
    final AddMembersService adding = new AddMembersService(access, rooms.members, candidates, events, clock);
    final RemoveMemberService removing = new RemoveMemberService(access, rooms.members, events);
    final ChangeRoleService roles = new ChangeRoleService(access, rooms.members, events);
    final InvitationService invitations = new InvitationService(access, rooms.invitations, rooms.bans, clock);
    final DirectRoomService direct = new DirectRoomService(rooms, rooms.members, events, ids, clock);
    final RoomListService listing = new RoomListService(rooms, assembler);

    RoomId group(JoinPolicy policy) {
        RoomId id = new RoomId(ids.next());
        rooms.add(new Room(
                id, "Group", "About", null, policy, WritePolicy.EVERYONE, null, null, false, creator, clock.instant()));
        rooms.members.add(
                id,
                List.of(
                        Member.entering(creator, Role.CREATOR, clock.instant()),
                        Member.entering(admin, Role.ADMIN, clock.instant()),
                        Member.entering(member, Role.MEMBER, clock.instant())));
        return id;
    }

    /** The direct room of member and stranger. */
    RoomId directRoom() {
        RoomId id = new RoomId(ids.next());
        rooms.add(Room.direct(id, DirectKey.of(member, stranger), member, clock.instant()));
        rooms.members.add(
                id,
                List.of(
                        Member.entering(member, Role.MEMBER, clock.instant()),
                        Member.entering(stranger, Role.MEMBER, clock.instant())));
        return id;
    }

    Role roleOf(RoomId room, UserId user) {
        return rooms.members.find(new Seat(room, user)).map(Member::role).orElse(null);
    }
}
