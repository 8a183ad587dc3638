package chat.parley.message.port;

import chat.parley.identity.UserId;
import chat.parley.message.model.Appended;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.SystemNotice;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The log of every room; the only one that hands out {@code seq} and {@code rev}. Both grow by one without gaps in the
 * order of the commits.
 */
public interface RoomLog {
    /**
     * Commits a message together with whatever else waits. Messages that one thread appends keep their order. The stage
     * completes after the commit; for one room in the order of {@code seq}. Before that, {@link
     * chat.parley.message.model.MessagesCommitted} is fired for all that the transaction stored.
     *
     * <p>It fails with {@code room.not_found}, {@code room.not_a_member}, {@code room.read_only}, {@code
     * room.write_restricted}, {@code message.not_found} (the answered one), {@code message.client_id_elsewhere}, or {@code server.unavailable} and
     * {@code message.queue_full}, after which the same call may be repeated. Until it is, what the same
     * connection says in this room is refused as unavailable for a moment, so that the order is kept.
     */
    CompletionStage<Appended> append(NewMessage message);

    /** Adds a notice in the caller's transaction. Locks the room's row until its end. */
    Message record(RoomId roomId, UserId actor, SystemNotice notice, Instant at);

    /**
     * Waits for the room's row and holds it until the end of the caller's transaction: whatever is read after this is
     * still true at the commit. Does nothing if there is no such room.
     */
    void hold(RoomId roomId);

    /**
     * The message as it stands, in a room that the caller's transaction {@link #hold holds}.
     *
     * @throws chat.parley.shared.error.ParleyException {@code message.not_found}
     */
    Message lock(RoomId roomId, long seq);
}
