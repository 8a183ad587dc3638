package chat.parley.message.handler.socket;

import chat.parley.message.handler.HistoryLimits;
import chat.parley.message.model.HistoryRequest;
import chat.parley.room.RoomId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record HistoryPayload(
        @NotNull RoomId roomId,
        @Positive @Nullable Long before,
        @Positive @Nullable Long after,
        @Positive @Nullable Long around,
        @Size(min = 1, max = HistoryLimits.MAX) @Nullable List<@NotNull @Positive Long> seqs,
        @Min(1) @Max(HistoryLimits.MAX) @Nullable Integer limit) {

    HistoryRequest toRequest() {
        return HistoryLimits.request(before, after, around, limit);
    }
}
