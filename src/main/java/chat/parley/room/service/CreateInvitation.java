package chat.parley.room.service;

import chat.parley.room.Seat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The caller wants a door for others.
 *
 * @param lifetime null never expires
 * @param uses null is without limit
 */
public record CreateInvitation(
        Seat caller, @Nullable Duration lifetime, @Nullable Integer uses) {}
