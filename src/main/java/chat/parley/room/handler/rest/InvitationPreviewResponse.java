package chat.parley.room.handler.rest;

import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.model.Invitation;
import org.jspecify.annotations.Nullable;

/** An invitation and what its holder may know of the room before entering. */
public record InvitationPreviewResponse(InvitationResponse invitation, InvitedRoom room) {

    /** A room from outside. */
    public record InvitedRoom(
            RoomId id, String name, @Nullable String topic, int memberCount) {}

    static InvitationPreviewResponse from(Invitation invitation, RoomView room) {
        return new InvitationPreviewResponse(
                InvitationResponse.from(invitation),
                new InvitedRoom(room.id(), room.name(), room.topic(), room.memberCount()));
    }
}
