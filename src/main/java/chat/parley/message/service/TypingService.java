package chat.parley.message.service;

import chat.parley.message.model.MemberTyping;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passes on that somebody writes, seldom enough to stay cheap. */
@ApplicationScoped
public class TypingService {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private final Map<Seat, Instant> passedOn = new ConcurrentHashMap<>();
    private final Event<MemberTyping> typing;
    private final Clock clock;

    TypingService(Event<MemberTyping> typing, Clock clock) {
        this.typing = typing;
        this.clock = clock;
    }

    /** At most one event per member and pause goes out. The caller has made sure that it is a member. */
    public void typing(Seat seat) {
        Instant now = clock.instant();
        if (passedOn.size() >= REMEMBERED) {
            passedOn.values().removeIf(at -> at.plus(PAUSE).isBefore(now));
        }
        Instant latest =
                passedOn.compute(seat, (s, at) -> at != null && at.plus(PAUSE).isAfter(now) ? at : now);
        if (latest.equals(now)) {
            typing.fire(new MemberTyping(seat));
        }
    }
}
