package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.util.List;

/**
 * An emoji under a message, and who put it there.
 *
 * @param userIds in the order in which they came
 */
public record Reaction(String emoji, List<UserId> userIds) {}
