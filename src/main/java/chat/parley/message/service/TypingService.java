package chat.parley.message.service;

import chat.parley.message.model.MemberTyping;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passes on that somebody writes, seldom enough to stay cheap. */
@ApplicationScoped
public class TypingService {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private final Map<Seat, Instant> passedOn = new ConcurrentHashMap<>();
    private final RoomAccess rooms;
    private final Event<MemberTyping> typing;
    private final Clock clock;

    TypingService(RoomAccess rooms, Event<MemberTyping> typing, Clock clock) {
        this.rooms = rooms;
        this.typing = typing;
        this.clock = clock;
    }

    /** At most one event per member and pause goes out, and none where nothing can be written any more. */
    public void typing(Seat seat) {
        Instant now = clock.instant();
        if (passedOn.size() >= REMEMBERED) {
            passedOn.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        }
        Instant latest =
                passedOn.compute(seat, (s, at) -> at != null && at.plus(PAUSE).isAfter(now) ? at : now);
        if (latest.equals(now) && mayWrite(seat)) {
            typing.fire(new MemberTyping(seat));
        }
    }

    private boolean mayWrite(Seat seat) {
        return rooms.memberships(seat.userId(), List.of(seat.roomId())).values().stream()
                .anyMatch(membership -> !membership.readOnly());
    }
}
