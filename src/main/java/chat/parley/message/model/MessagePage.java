package chat.parley.message.model;

import java.util.List;

/**
 * A stretch of history in the order of {@code seq}.
 *
 * @param hasMore whether there is more in the direction that was asked for
 */
public record MessagePage(List<Message> messages, boolean hasMore) {}
