package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;

final class InvitationMapper {
    private InvitationMapper() {}

    static Invitation toModel(InvitationEntity row) {
        return new Invitation(
                new InvitationCode(row.code),
                new RoomId(row.roomId),
                new UserId(row.createdBy),
                row.createdAt,
                row.expiresAt,
                row.usesLeft);
    }

    static InvitationEntity toEntity(Invitation invitation) {
        InvitationEntity row = new InvitationEntity();
        row.code = invitation.code().value();
        row.roomId = invitation.roomId().value();
        row.createdBy = invitation.createdBy().value();
        row.createdAt = invitation.createdAt();
        row.expiresAt = invitation.expiresAt();
        row.usesLeft = invitation.usesLeft();
        return row;
    }
}
