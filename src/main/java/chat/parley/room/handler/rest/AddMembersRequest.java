package chat.parley.room.handler.rest;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body of {@code POST /api/room/member}. */
public record AddMembersRequest(
        @NotNull RoomId roomId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull UserId> userIds) {}
