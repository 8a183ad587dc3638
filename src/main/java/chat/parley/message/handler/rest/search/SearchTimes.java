package chat.parley.message.handler.rest.search;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as parameters: an RFC 3339 time, or a date, which begins at midnight UTC. */
final class SearchTimes {
    // What the database can hold.
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private SearchTimes() {}

    static @Nullable Instant parse(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Instant time = read(parameter, text);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw refused(parameter);
        }
        return time;
    }

    private static Instant read(String parameter, String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused(parameter);
        }
    }

    private static ParleyException refused(String parameter) {
        return ParleyException.onField(
                RequestError.INVALID, "/" + parameter, "must be a date (2026-11-22) or a time (2026-11-22T08:00:00Z)");
    }
}
