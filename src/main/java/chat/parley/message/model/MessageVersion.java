package chat.parley.message.model;

import java.time.Instant;

/**
 * What a message said before it was edited.
 *
 * @param writtenAt when it began to say so
 * @param replacedAt when another text took its place
 */
public record MessageVersion(String text, Instant writtenAt, Instant replacedAt) {}
