package chat.parley.friendship.handler.rest.block;

import chat.parley.identity.UserId;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /api/block}. */
public record BlockRequest(@NotNull UserId userId) {}
