package chat.parley.message.service.export;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.message.model.HistoryRequest;
import chat.parley.message.model.Message;
import chat.parley.message.port.MessageQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.RoomViews;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.limit.AttemptLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads a whole room for its creator, page by page. */
@ApplicationScoped
public class ExportRoomService {
    private static final int AT_ONCE = 500;
    private static final int EXPORTS = 5;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final RoomAccess rooms;
    private final RoomViews views;
    private final MessageQueries messages;
    private final Users users;
    private final Clock clock;
    private final AttemptLimit exports;

    ExportRoomService(RoomAccess rooms, RoomViews views, MessageQueries messages, Users users, Clock clock) {
        this.rooms = rooms;
        this.views = views;
        this.messages = messages;
        this.users = users;
        this.clock = clock;
        this.exports = new AttemptLimit(clock, EXPORTS, PERIOD, REMEMBERED);
    }

    /** What an export begins with; it goes as far as {@code room.lastSeq}. */
    public record Begun(RoomView room, Instant at) {}

    /**
     * Lets the room's creator begin, seldom enough.
     *
     * @throws ParleyException {@code request.rate_limited}, and what {@link RoomAccess#asOwner} throws
     */
    public Begun begin(Seat caller) {
        rooms.asOwner(caller);
        Duration wait = exports.take(caller.userId().toString());
        if (wait.isPositive()) {
            throw ParleyException.retryAfter(RequestError.RATE_LIMITED, wait);
        }
        return new Begun(views.room(caller), clock.instant());
    }

    /** The messages behind this one that are still there, at most a few hundred; none behind the last one. */
    public List<Message> after(RoomId room, long seq) {
        return messages.history(room, new HistoryRequest(null, seq, null, AT_ONCE))
                .messages();
    }

    public Map<UserId, UserProfile> people(Collection<UserId> ids) {
        return users.profiles(ids);
    }
}
