package chat.parley.shared.web.body;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** Tells a body that the client broke off, or made too large, from a failure of the server. */
public final class BrokenBodies {
    /** The transport's own words; it has no type of its own for it. */
    private static final String TOO_SLOW = "Read timed out";

    private BrokenBodies() {}

    /** What the client did, or null if it did nothing wrong. */
    public static @Nullable ParleyException translate(IOException e) {
        if (e instanceof BodyTooLargeException) {
            return ParleyException.of(RequestError.TOO_LARGE);
        }
        if (TOO_SLOW.equals(e.getMessage()) || isGone(e) || e.getCause() != null && isGone(e.getCause())) {
            return ParleyException.of(RequestError.MALFORMED, "The request ended before it was complete.");
        }
        return null;
    }

    private static boolean isGone(Throwable e) {
        return e instanceof ClosedChannelException
                || e instanceof HttpClosedException
                || e instanceof StreamResetException;
    }
}
