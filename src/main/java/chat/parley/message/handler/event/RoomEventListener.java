package chat.parley.message.handler.event;

import chat.parley.message.model.SystemNotice;
import chat.parley.message.model.SystemNotice.Type;
import chat.parley.message.service.RecordNoticeService;
import chat.parley.room.RoomEvent;
import chat.parley.room.RoomEvent.BanLifted;
import chat.parley.room.RoomEvent.DirectRoomChanged;
import chat.parley.room.RoomEvent.DirectRoomCreated;
import chat.parley.room.RoomEvent.MemberBanned;
import chat.parley.room.RoomEvent.MemberJoined;
import chat.parley.room.RoomEvent.MemberLeft;
import chat.parley.room.RoomEvent.MemberRemoved;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.RoomEvent.RoomChanged;
import chat.parley.room.RoomEvent.RoomCreated;
import chat.parley.room.RoomEvent.RoomDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Writes the room's own story into its log, inside the transaction that makes it true. */
@ApplicationScoped
class RoomEventListener {
    private final RecordNoticeService notices;

    RoomEventListener(RecordNoticeService notices) {
        this.notices = notices;
    }

    void happened(@Observes RoomEvent event) {
        List<SystemNotice> told = noticesOf(event);
        if (!told.isEmpty()) {
            notices.record(event.roomId(), event.actor(), told);
        }
    }

    private static List<SystemNotice> noticesOf(RoomEvent event) {
        return switch (event) {
            case RoomCreated e -> List.of(SystemNotice.roomCreated(e.name()));
            case RoomChanged e ->
                List.of(SystemNotice.roomChanged(
                        e.name(), e.topic(), e.image(), e.joinPolicy(), e.writePolicy(), e.retentionDays()));
            case MemberJoined e -> List.of(SystemNotice.ofMember(Type.MEMBER_JOINED, e.actor()));
            case MembersAdded e ->
                e.members().stream()
                        .map(member -> SystemNotice.ofMember(Type.MEMBER_ADDED, member))
                        .toList();
            case MemberLeft e -> List.of(SystemNotice.ofMember(Type.MEMBER_LEFT, e.actor()));
            case MemberRemoved e -> List.of(SystemNotice.ofMember(Type.MEMBER_REMOVED, e.member()));
            case MemberBanned e -> List.of(SystemNotice.ofMember(Type.MEMBER_BANNED, e.member()));
            case BanLifted e -> List.of(SystemNotice.ofMember(Type.BAN_LIFTED, e.member()));
            case RoleChanged e -> List.of(SystemNotice.roleChanged(e.member(), e.role()));
            // Nobody reads a deleted room, and a direct room has no story but its messages.
            case RoomDeleted e -> List.of();
            case DirectRoomCreated e -> List.of();
            case DirectRoomChanged e -> List.of();
        };
    }
}
