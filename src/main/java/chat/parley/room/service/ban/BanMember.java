package chat.parley.room.service.ban;

import chat.parley.identity.UserId;
import chat.parley.room.Seat;
import org.jspecify.annotations.Nullable;

/** The caller wants somebody out, and to stay out. */
public record BanMember(
        Seat caller, UserId userId, @Nullable String reason) {}
