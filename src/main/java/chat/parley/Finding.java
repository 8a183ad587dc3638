package chat.parley;

import org.jspecify.annotations.Nullable;

/**
 * What the doctor saw at one place.
 *
 * @param advice what to do about it; null if nothing is to be done
 */
record Finding(
        String place,
        Severity severity,
        String seen,
        @Nullable String advice) {
    /** How bad it is. */
    enum Severity {
        WELL,
        DOUBTFUL,
        ILL
    }

    static Finding well(String place, String seen) {
        return new Finding(place, Severity.WELL, seen, null);
    }

    static Finding doubtful(String place, String seen, String advice) {
        return new Finding(place, Severity.DOUBTFUL, seen, advice);
    }

    static Finding ill(String place, String seen, String advice) {
        return new Finding(place, Severity.ILL, seen, advice);
    }

    @Override
    public String toString() {
        String sign = switch (severity) {
            case WELL -> "ok  ";
            case DOUBTFUL -> "warn";
            case ILL -> "FAIL";
        };
        return "%s  %-9s %s%s".formatted(sign, place, seen, advice == null ? "" : "\n                -> " + advice);
    }
}
