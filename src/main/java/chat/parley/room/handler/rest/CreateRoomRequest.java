package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.service.CreateRoom;
import chat.parley.shared.web.IdempotencyKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/room}. */
@Schema(description = "A new group.")
public record CreateRoomRequest(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 250) @Nullable String topic,

        @Schema(description = "Who may enter without being added; without it, only with an invitation.") @Nullable
        JoinPolicy joinPolicy,

        @Schema(description = "Whom to add at once.") @Size(max = 100) @Nullable
        List<@NotNull UserId> memberIds,

        @Schema(description = "Your own key for this room, a UUID; the same key is the same room, for good.") @Nullable
        UUID clientId) {
    public CreateRoomRequest {
        name = name == null ? null : name.strip();
        topic = topic == null ? null : topic.strip();
    }

    CreateRoom toCommand(UserId creator, @Nullable IdempotencyKey key) {
        return new CreateRoom(
                creator,
                IdempotencyKey.of(clientId, key),
                name,
                topic == null || topic.isEmpty() ? null : topic,
                joinPolicy == null ? JoinPolicy.INVITE : joinPolicy,
                memberIds == null ? List.of() : memberIds);
    }
}
