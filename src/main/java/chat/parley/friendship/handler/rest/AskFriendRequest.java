package chat.parley.friendship.handler.rest;

import chat.parley.friendship.service.AskFriend;
import chat.parley.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/friend}. */
@Schema(description = "Whom to befriend.")
public record AskFriendRequest(
        @NotNull UserId userId,

        @Schema(description = "Shown to the one who is asked.") @Size(max = 200) @Nullable
        String note) {

    AskFriend toCommand(UserId caller) {
        return new AskFriend(caller, userId, note == null || note.isBlank() ? null : note.strip());
    }
}
