package chat.parley.message.model.search;

import chat.parley.room.RoomId;
import java.util.Set;

/**
 * What one step of indexing did.
 *
 * @param changes how many changes it took in
 * @param unfinished rooms that have more, or that another node works on
 */
public record IndexProgress(int changes, Set<RoomId> unfinished) {}
