package chat.parley.room.handler.rest.ban;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.service.ban.BanMember;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/room/ban}. */
public record BanRequest(
        @NotNull RoomId roomId,

        @Schema(description = "A member who stands below the caller, or somebody who is not in the room.") @NotNull
        UserId userId,

        @Schema(description = "Shown to the room's admins only.") @Size(max = 200) @Nullable
        String reason) {
    BanMember toCommand(UserId caller) {
        return new BanMember(
                new Seat(roomId, caller), userId, reason == null || reason.isBlank() ? null : reason.strip());
    }
}
