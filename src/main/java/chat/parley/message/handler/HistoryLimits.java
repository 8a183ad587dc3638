package chat.parley.message.handler;

import chat.parley.message.model.HistoryRequest;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much history one call may ask for, over REST and on the socket. */
public final class HistoryLimits {
    public static final int DEFAULT = 50;
    public static final int MAX = 100;

    private HistoryLimits() {}

    /**
     * The request these values stand for.
     *
     * @throws ParleyException {@code request.invalid} if more than one direction is given
     */
    public static HistoryRequest request(
            @Nullable Long before, @Nullable Long after, @Nullable Long around, @Nullable Integer limit) {
        if (Stream.of(Optional.ofNullable(before), Optional.ofNullable(after), Optional.ofNullable(around))
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw ParleyException.onField(RequestError.INVALID, "/before", "give one of before, after and around");
        }
        return new HistoryRequest(before, after, around, limit == null ? DEFAULT : limit);
    }

    /** Refuses single messages together with a stretch. */
    public static void requireNoStretch(@Nullable Long before, @Nullable Long after, @Nullable Long around) {
        if (before != null || after != null || around != null) {
            throw ParleyException.onField(RequestError.INVALID, "/seqs", "cannot go with before, after or around");
        }
    }
}
