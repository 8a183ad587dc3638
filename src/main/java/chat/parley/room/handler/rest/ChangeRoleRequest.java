package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.shared.id.WireEnum;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code PATCH /api/room/member}. */
public record ChangeRoleRequest(
        @NotNull RoomId roomId,
        @NotNull UserId userId,

        @Schema(description = "A room gets another creator through `POST /api/room/owner`.") @NotNull
        GivenRole role) {

    /** The roles that can be given and taken. */
    public enum GivenRole implements WireEnum {
        ADMIN,
        MEMBER;

        Role toRole() {
            return this == ADMIN ? Role.ADMIN : Role.MEMBER;
        }
    }
}
