package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.time.Instant;

/** Who took a message back, and when. */
public record Recall(UserId by, Instant at) {}
