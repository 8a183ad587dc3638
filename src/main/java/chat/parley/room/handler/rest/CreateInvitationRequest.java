package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.service.CreateInvitation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/room/invitation}. */
public record CreateInvitationRequest(
        @NotNull RoomId roomId,

        @Schema(description = "Without it, the invitation does not expire.") @Min(1) @Max(31_536_000) @Nullable
        Long expiresInSeconds,

        @Schema(description = "How many people may enter; without it, any number.") @Min(1) @Max(100_000) @Nullable
        Integer uses) {

    CreateInvitation toCommand(UserId caller) {
        return new CreateInvitation(
                new Seat(roomId, caller), expiresInSeconds == null ? null : Duration.ofSeconds(expiresInSeconds), uses);
    }
}
