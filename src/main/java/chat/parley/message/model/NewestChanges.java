package chat.parley.message.model;

import java.util.List;

/**
 * The newest part of a room's log as it was read.
 *
 * @param messages in the order of {@code rev}
 * @param prunedRev the latest change of anything that was removed from the start of the log, read after the messages
 */
public record NewestChanges(List<Message> messages, long prunedRev) {}
