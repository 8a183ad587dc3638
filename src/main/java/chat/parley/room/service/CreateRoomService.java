package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.RoomEvent.RoomCreated;
import chat.parley.room.RoomId;
import chat.parley.room.WritePolicy;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomRepository;
import chat.parley.shared.id.Creation;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a group. */
@ApplicationScoped
public class CreateRoomService {
    private final RoomRepository rooms;
    private final MemberRepository members;
    private final Candidates candidates;
    private final Event<RoomEvent> events;
    private final IdGenerator ids;
    private final Clock clock;

    CreateRoomService(
            RoomRepository rooms,
            MemberRepository members,
            Candidates candidates,
            Event<RoomEvent> events,
            IdGenerator ids,
            Clock clock) {
        this.rooms = rooms;
        this.members = members;
        this.candidates = candidates;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Creation<RoomId> create(CreateRoom command) {
        candidates.require(command.creator(), command.memberIds(), "/memberIds");
        Instant now = clock.instant();
        Room room = room(command, now);
        UUID clientId = command.clientId();
        if (clientId == null) {
            rooms.add(room);
        } else if (!rooms.add(room, clientId)) {
            return new Creation<>(rooms.madeBy(command.creator(), clientId).orElseThrow(), true);
        }
        enter(command, room, now);
        return new Creation<>(room.id(), false);
    }

    private void enter(CreateRoom command, Room room, Instant now) {
        UserId creator = command.creator();
        List<UserId> others = command.memberIds().stream()
                .distinct()
                .filter(user -> !user.equals(creator))
                .toList();
        members.add(room.id(), entering(creator, others, now));
        events.fire(new RoomCreated(room.id(), creator, room.name()));
        if (!others.isEmpty()) {
            events.fire(new MembersAdded(room.id(), creator, others));
        }
    }

    private Room room(CreateRoom command, Instant now) {
        return new Room(
                new RoomId(ids.next()),
                command.name(),
                command.topic(),
                null,
                command.joinPolicy(),
                WritePolicy.EVERYONE,
                null,
                null,
                false,
                command.creator(),
                now);
    }

    private static List<Member> entering(UserId creator, List<UserId> others, Instant now) {
        return Stream.concat(
                        Stream.of(Member.entering(creator, Role.CREATOR, now)),
                        others.stream().map(user -> Member.entering(user, Role.MEMBER, now)))
                .toList();
    }
}
