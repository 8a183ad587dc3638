package chat.parley.room.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.service.CreateRoom;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code room.create}. */
public record CreateRoomPayload(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 250) @Nullable String topic,
        @Nullable JoinPolicy joinPolicy,
        @Size(max = 100) @Nullable List<@NotNull UserId> memberIds,
        @Nullable UUID clientId) {
    public CreateRoomPayload {
        name = name == null ? null : name.strip();
        topic = topic == null ? null : topic.strip();
    }

    CreateRoom toCommand(UserId creator) {
        return new CreateRoom(
                creator,
                clientId,
                name,
                topic == null || topic.isEmpty() ? null : topic,
                joinPolicy == null ? JoinPolicy.INVITE : joinPolicy,
                memberIds == null ? List.of() : memberIds);
    }
}
