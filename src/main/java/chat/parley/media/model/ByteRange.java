package chat.parley.media.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of a file (RFC 9110, 14.1.2), of at least one byte. */
public record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    public long length() {
        return last - first + 1;
    }

    /**
     * What a {@code Range} header asks for.
     *
     * @return empty if the whole file is to be sent: there is no header, or one that may be ignored, such as several
     *     ranges at once
     * @throws OutsideException if it lies outside of the file
     */
    public static Optional<ByteRange> parse(@Nullable String header, long size) throws OutsideException {
        Matcher match = header == null ? null : ONE.matcher(header);
        if (match == null
                || !match.matches()
                || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            return Optional.of(suffix(Long.parseLong(match.group(2)), size));
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(match.group(2)), size - 1);
        boolean backwards = !match.group(2).isEmpty() && Long.parseLong(match.group(2)) < first;
        if (backwards) {
            return Optional.empty();
        }
        if (first >= size) {
            throw new OutsideException();
        }
        return Optional.of(new ByteRange(first, last));
    }

    private static ByteRange suffix(long length, long size) throws OutsideException {
        if (length == 0 || size == 0) {
            throw new OutsideException();
        }
        return new ByteRange(Math.max(0, size - length), size - 1);
    }

    /** The range has no byte in common with the file. */
    public static final class OutsideException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
