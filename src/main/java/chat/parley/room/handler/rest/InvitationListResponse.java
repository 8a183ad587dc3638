package chat.parley.room.handler.rest;

import chat.parley.room.model.Invitation;
import java.util.List;

/** The invitations of a room that can still be used. */
public record InvitationListResponse(List<InvitationResponse> items) {
    static InvitationListResponse from(List<Invitation> invitations) {
        return new InvitationListResponse(
                invitations.stream().map(InvitationResponse::from).toList());
    }
}
