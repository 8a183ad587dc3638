package chat.parley.identity.service.deletion;

import chat.parley.identity.AccountDeparture;
import chat.parley.identity.UserId;
import chat.parley.identity.port.AccountEraser;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Lets all features settle what erased accounts leave behind. */
@ApplicationScoped
public class DepartureService {
    private static final int AT_ONCE = 100;

    private final List<AccountDeparture> departures;
    private final AccountEraser eraser;
    private final Clock clock;

    DepartureService(@All List<AccountDeparture> departures, AccountEraser eraser, Clock clock) {
        this.departures = departures;
        this.eraser = eraser;
        this.clock = clock;
    }

    /** Each feature in transactions of its own; once all of them are through, it is over. */
    public void depart(UserId user) {
        departures.forEach(feature -> feature.depart(user));
        departed(user);
    }

    @Transactional
    void departed(UserId user) {
        eraser.departed(user, clock.instant());
    }

    /** Erased accounts that are not settled, because the server was stopped in between. */
    @Transactional
    public List<UserId> interrupted() {
        return eraser.departing(AT_ONCE);
    }
}
