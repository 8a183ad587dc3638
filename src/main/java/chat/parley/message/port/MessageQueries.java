package chat.parley.message.port;

import chat.parley.identity.UserId;
import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessagePage;
import chat.parley.message.model.NewestChanges;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the log. Checks no rights: callers ask {@link chat.parley.room.RoomAccess} first. */
public interface MessageQueries {
    MessagePage history(RoomId roomId, HistoryRequest request);

    /** Numbers of the latest changes; rooms that are unknown or deleted are left out. One query. */
    Map<RoomId, Long> lastRevs(Collection<RoomId> rooms);

    /** Messages with a later {@code rev}, in its order, each as it stands now; at most {@code limit}. */
    List<Message> changedSince(RoomId roomId, long rev, int limit);

    /** The newest of the messages with a later {@code rev}, in its order, each as it stands now; at most {@code limit}. */
    NewestChanges newestChanges(RoomId roomId, long afterRev, int limit);

    /** The messages at these places that exist. One query. */
    Map<RoomId, Message> at(Map<RoomId, Long> seqs);

    /**
     * How many messages of others, neither SYSTEM nor recalled, lie behind the reader's position; counted up to {@code
     * limit}. Rooms without any are left out. One query.
     */
    Map<RoomId, Integer> unread(UserId reader, Map<RoomId, Position> rooms, int limit);

    /** How many of those call the reader; counted up to {@code limit}. Rooms without any are left out. One query. */
    Map<RoomId, Integer> mentions(UserId reader, Map<RoomId, Position> rooms, int limit);

    /** Those of the messages that exist, in the order of {@code seq}. One query. */
    List<Message> at(RoomId roomId, Collection<Long> seqs);
}
