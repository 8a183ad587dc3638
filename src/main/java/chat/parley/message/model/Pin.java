package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.time.Instant;

/** Who pinned a message, and when. */
public record Pin(UserId by, Instant at) {}
