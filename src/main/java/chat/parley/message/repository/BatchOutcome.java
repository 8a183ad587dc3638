package chat.parley.message.repository;

import chat.parley.message.model.Message;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param committed what is new in the log; for each room in its order
 * @param outcomes of the entries, in their order
 * @param deferred entries of rooms that others hold at the moment, in their order; not decided yet
 * @param databaseAway there is no point in trying with what waits
 */
record BatchOutcome(List<Message> committed, List<Outcome> outcomes, List<LogEntry> deferred, boolean databaseAway) {}
