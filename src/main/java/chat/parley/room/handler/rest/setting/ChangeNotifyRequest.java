package chat.parley.room.handler.rest.setting;

import chat.parley.room.NotifyLevel;
import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;

/** The body of {@code PATCH /api/room/notify}. */
public record ChangeNotifyRequest(
        @NotNull RoomId roomId, @NotNull NotifyLevel notifyLevel) {}
