package chat.parley.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was to be reached.
 *
 * @param limit what must be reached
 * @param aim what would be better still
 */
public record Goal(
        String what, Bound bound, double limit, @Nullable Double aim, double measured, String unit) {
    /** On which side of the limit it is good. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    public static Goal atLeast(String what, double limit, @Nullable Double aim, double measured, String unit) {
        return new Goal(what, Bound.AT_LEAST, limit, aim, measured, unit);
    }

    public static Goal atMost(String what, double limit, @Nullable Double aim, double measured, String unit) {
        return new Goal(what, Bound.AT_MOST, limit, aim, measured, unit);
    }

    public boolean met() {
        return within(limit);
    }

    private boolean within(double border) {
        return bound == Bound.AT_LEAST ? measured >= border : measured <= border;
    }

    public String verdict() {
        if (!met()) {
            return "missed";
        }
        return aim != null && within(aim) ? "met, and the aim" : "met";
    }

    public String wanted() {
        String wanted = bound.sign + " " + number(limit) + suffix();
        return aim == null ? wanted : wanted + " (aim " + number(aim) + ")";
    }

    public String found() {
        return number(measured) + suffix();
    }

    private String suffix() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** With as many digits as tell something. */
    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
