package chat.parley.room.handler.rest;

import chat.parley.room.JoinPolicy;
import chat.parley.room.RoomId;
import chat.parley.room.WritePolicy;
import chat.parley.room.model.RoomChange;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.id.TypedId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /api/room}: what is left out stays as it is. */
@Schema(description = "New values for parts of a group.")
public record ChangeRoomRequest(
        @NotNull RoomId id,

        @Size(max = 80)
        @Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL, message = "must not be blank")
        @Nullable
        String name,

        @Schema(description = "Empty takes it away.") @Size(max = 250) @Nullable
        String topic,

        @Schema(description = "Id of the picture; empty takes it away.") @Nullable
        String image,

        @Nullable JoinPolicy joinPolicy,

        @Schema(description = "`admins` makes it a room for announcements.") @Nullable
        WritePolicy writePolicy,

        @Schema(description = "For how many days messages are kept; 0 keeps them for good. For the creator only.")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer retentionDays) {
    public ChangeRoomRequest {
        name = name == null ? null : name.strip();
        topic = topic == null ? null : topic.strip();
    }

    RoomChange toChange() {
        if (image != null && !image.isEmpty()) {
            requireId(image);
        }
        return new RoomChange(name, topic, image, joinPolicy, writePolicy, retentionDays);
    }

    private static void requireId(String image) {
        try {
            TypedId.parse(image);
        } catch (ParleyException e) {
            throw ParleyException.onField(RequestError.INVALID, "/image", "is not an id");
        }
    }
}
