package chat.parley.room.service;

import chat.parley.room.Seat;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller wants a door for others.
 *
 * @param clientId the caller's key; repeating it returns the invitation that is there, for good
 * @param lifetime null never expires
 * @param uses null is without limit
 */
public record CreateInvitation(
        Seat caller,
        @Nullable UUID clientId,
        @Nullable Duration lifetime,
        @Nullable Integer uses) {}
