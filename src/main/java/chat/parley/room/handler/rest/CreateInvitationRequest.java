package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.service.CreateInvitation;
import chat.parley.shared.web.IdempotencyKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/room/invitation}. */
public record CreateInvitationRequest(
        @NotNull RoomId roomId,

        @Schema(description = "Without it, the invitation does not expire.") @Min(1) @Max(31_536_000) @Nullable
        Long expiresInSeconds,

        @Schema(description = "How many people may enter; without it, any number.") @Min(1) @Max(100_000) @Nullable
        Integer uses,

        @Schema(description = "Your own key for this invitation, a UUID; the same key is the same invitation.")
        @Nullable
        UUID clientId) {

    CreateInvitation toCommand(UserId caller, @Nullable IdempotencyKey key) {
        return new CreateInvitation(
                new Seat(roomId, caller),
                IdempotencyKey.of(clientId, key),
                expiresInSeconds == null ? null : Duration.ofSeconds(expiresInSeconds),
                uses);
    }
}
