package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.model.RecentLog;
import chat.parley.message.port.MessageQueries;
import chat.parley.message.port.RecentMessages;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Derives what a room list shows. Nothing of it is stored, so nothing of it can drift. */
@ApplicationScoped
public class RoomActivityService {
    /** Above this the badge reads "99+". */
    private static final int COUNTED_UNREAD = 100;

    /** So many rooms are brought into memory for a list; what is more is asked for with one query. */
    private static final int LOADED_FOR_A_LIST = 16;

    private final MessageQueries messages;
    private final RecentMessages recent;

    RoomActivityService(MessageQueries messages, RecentMessages recent) {
        this.messages = messages;
        this.recent = recent;
    }

    /** Rooms without unread messages are left out. */
    public Map<RoomId, Integer> unread(UserId reader, Map<RoomId, Position> rooms) {
        Map<RoomId, Integer> unread = new HashMap<>();
        Map<RoomId, Position> unknown = new HashMap<>();
        int[] loads = {0};
        rooms.forEach((room, position) -> {
            if (position.lastSeq() > position.readSeq()) {
                OptionalInt count = log(room, position, loads)
                        .map(log -> count(log, reader, position))
                        .orElse(OptionalInt.empty());
                count.ifPresentOrElse(
                        number -> unread.merge(room, number, Integer::sum), () -> unknown.put(room, position));
            }
        });
        unread.values().removeIf(count -> count == 0);
        if (!unknown.isEmpty()) {
            unread.putAll(messages.unread(reader, unknown, COUNTED_UNREAD));
        }
        return unread;
    }

    /** Of what is unread, what calls the reader. Rooms without any are left out. */
    public Map<RoomId, Integer> mentions(UserId reader, Map<RoomId, Position> rooms) {
        Map<RoomId, Integer> mentions = new HashMap<>();
        Map<RoomId, Position> unknown = new HashMap<>();
        rooms.forEach((room, position) -> recent.known(room, position.lastRev())
                .map(log -> log.mentions(
                        reader, position.readSeq(), position.lastSeq(), position.lastRev(), COUNTED_UNREAD))
                .orElse(OptionalInt.empty())
                .ifPresentOrElse(count -> mentions.put(room, count), () -> unknown.put(room, position)));
        mentions.values().removeIf(count -> count == 0);
        if (!unknown.isEmpty()) {
            mentions.putAll(messages.mentions(reader, unknown, COUNTED_UNREAD));
        }
        return mentions;
    }

    // Somebody who missed a little will ask for it in a moment, and others with them.
    private Optional<RecentLog> log(RoomId room, Position position, int[] loads) {
        Optional<RecentLog> known = recent.known(room, position.lastRev());
        boolean little = position.lastSeq() - position.readSeq() < COUNTED_UNREAD;
        if (known.isPresent() || !little || loads[0]++ >= LOADED_FOR_A_LIST) {
            return known;
        }
        long since = position.lastRev() - (position.lastSeq() - position.readSeq());
        return Optional.of(recent.log(room, Math.max(0, since), position.lastRev()));
    }

    private static OptionalInt count(RecentLog log, UserId reader, Position position) {
        return log.unread(reader, position.readSeq(), position.lastSeq(), position.lastRev(), COUNTED_UNREAD);
    }

    public Collection<Message> lastMessages(Map<RoomId, Position> rooms) {
        List<Message> last = new ArrayList<>(rooms.size());
        Map<RoomId, Long> unknown = new HashMap<>();
        rooms.forEach((room, position) -> {
            if (position.lastSeq() > 0) {
                recent.known(room, position.lastRev())
                        .flatMap(log -> log.at(position.lastSeq()))
                        .ifPresentOrElse(last::add, () -> unknown.put(room, position.lastSeq()));
            }
        });
        if (!unknown.isEmpty()) {
            Collection<Message> read = messages.at(unknown).values();
            recent.remember(List.copyOf(read));
            last.addAll(read);
        }
        return last;
    }
}
