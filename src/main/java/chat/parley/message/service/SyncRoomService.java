package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.RoomDelta;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.RecentMessages;
import chat.parley.room.Membership;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers "what did I miss since rev n?". */
@ApplicationScoped
public class SyncRoomService {
    private final RoomAccess rooms;
    private final RecentMessages recent;
    private final int maxEntries;

    SyncRoomService(RoomAccess rooms, RecentMessages recent, MessageConfig config) {
        this.rooms = rooms;
        this.recent = recent;
        this.maxEntries = config.syncMaxEntries();
    }

    /** What the reader missed after {@code rev}. */
    public RoomDelta since(Seat seat, long rev) {
        return delta(seat.roomId(), rev, rooms.asMember(seat));
    }

    /** What the reader missed of each room after the {@code rev} given for it; rooms they are not in are left out. */
    public Map<RoomId, RoomDelta> since(UserId reader, Map<RoomId, Long> revs) {
        Map<RoomId, RoomDelta> deltas = new HashMap<>();
        rooms.memberships(reader, revs.keySet())
                .forEach((room, membership) -> deltas.put(room, delta(room, revs.getOrDefault(room, 0L), membership)));
        return deltas;
    }

    private RoomDelta delta(RoomId roomId, long rev, Membership room) {
        long lastRev = room.lastRev();
        if (rev == lastRev) {
            return new RoomDelta.Changes(List.of(), lastRev);
        }
        // A reader ahead of the log saw one that no longer exists: the database was restored from a backup. One behind
        // what was removed from its start cannot be told all that changed.
        return rev > lastRev || rev < room.prunedRev()
                ? new RoomDelta.Reset(lastRev)
                : recent.log(roomId, rev, lastRev).since(rev, maxEntries);
    }
}
