package chat.parley.message.handler.socket;

import chat.parley.message.handler.HistoryLimits;
import chat.parley.room.RoomId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

record OpenRoomPayload(
        @NotNull RoomId roomId,
        @Min(1) @Max(HistoryLimits.MAX) @Nullable Integer limit) {
    int limitOrDefault() {
        return limit == null ? HistoryLimits.DEFAULT : limit;
    }
}
