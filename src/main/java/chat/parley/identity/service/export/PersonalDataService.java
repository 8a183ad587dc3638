package chat.parley.identity.service.export;

import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.limit.AttemptLimit;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Gathers what all features keep of a person. */
@ApplicationScoped
public class PersonalDataService {
    private static final int EXPORTS = 5;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final List<PersonalData> sections;
    private final Clock clock;
    private final AttemptLimit exports;

    PersonalDataService(@All List<PersonalData> sections, Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
        this.clock = clock;
        this.exports = new AttemptLimit(clock, EXPORTS, PERIOD, REMEMBERED);
    }

    /**
     * The sections, to be read one after the other.
     *
     * @throws ParleyException {@code request.rate_limited}
     */
    public List<PersonalData> begin(UserId user) {
        Duration wait = exports.take(user.toString());
        if (wait.isPositive()) {
            throw ParleyException.retryAfter(RequestError.RATE_LIMITED, wait);
        }
        return sections;
    }

    public Instant now() {
        return clock.instant();
    }
}
