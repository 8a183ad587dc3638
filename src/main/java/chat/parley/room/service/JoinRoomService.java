package chat.parley.room.service;

import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.MemberJoined;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.port.BanRepository;
import chat.parley.room.port.InvitationRepository;
import chat.parley.room.port.MemberRepository;
import chat.parley.room.port.RoomRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Lets somebody in, through an open door or with an invitation. Who is in already stays as they are. */
@ApplicationScoped
public class JoinRoomService {
    private final RoomRepository rooms;
    private final MemberRepository members;
    private final InvitationRepository invitations;
    private final BanRepository bans;
    private final Event<RoomEvent> events;
    private final Clock clock;

    JoinRoomService(
            RoomRepository rooms,
            MemberRepository members,
            InvitationRepository invitations,
            BanRepository bans,
            Event<RoomEvent> events,
            Clock clock) {
        this.rooms = rooms;
        this.members = members;
        this.invitations = invitations;
        this.bans = bans;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public RoomId join(JoinRoom command) {
        return switch (command) {
            case JoinRoom.Open open -> throughOpenDoor(open);
            case JoinRoom.Invited invited -> withInvitation(invited);
        };
    }

    private RoomId throughOpenDoor(JoinRoom.Open command) {
        Room room = rooms.lock(command.roomId()).orElseThrow(() -> ParleyException.of(RoomError.NOT_FOUND));
        Seat seat = new Seat(room.id(), command.userId());
        if (members.find(seat).isEmpty()) {
            if (!room.isOpen()) {
                throw ParleyException.of(RoomError.NOT_FOUND);
            }
            enter(seat, clock.instant());
        }
        return room.id();
    }

    // Only those who were not in the room yet use an invitation up.
    private RoomId withInvitation(JoinRoom.Invited command) {
        Invitation invitation = invitations.lock(command.code()).orElseThrow(JoinRoomService::invalid);
        Room room = rooms.lock(invitation.roomId()).orElseThrow(JoinRoomService::invalid);
        Seat seat = new Seat(room.id(), command.userId());
        if (members.find(seat).isEmpty()) {
            Instant now = clock.instant();
            if (!invitation.isUsable(now)) {
                throw invalid();
            }
            enter(seat, now);
            invitations.save(invitation.used());
        }
        return room.id();
    }

    private void enter(Seat seat, Instant now) {
        if (bans.find(seat).isPresent()) {
            throw ParleyException.of(RoomError.BANNED);
        }
        members.add(seat.roomId(), List.of(Member.entering(seat.userId(), Role.MEMBER, now)));
        events.fire(new MemberJoined(seat.roomId(), seat.userId()));
    }

    private static ParleyException invalid() {
        return ParleyException.of(RoomError.INVITATION_INVALID);
    }
}
