package chat.parley.realtime.handler.socket;

import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.DatabaseFailures;
import chat.parley.shared.web.TraceIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Turns whatever a route throws into an error that a client may see. */
@ApplicationScoped
class SocketFailures {
    private static final Logger LOG = Logger.getLogger(SocketFailures.class);

    private final TraceIds traceIds;

    SocketFailures(TraceIds traceIds) {
        this.traceIds = traceIds;
    }

    ParleyException translate(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        ParleyException known = DatabaseFailures.translate(cause);
        if (known != null && known.code().kind() != ErrorKind.INTERNAL) {
            if (known.code().kind() == ErrorKind.UNAVAILABLE) {
                LOG.warnf("a socket request was refused as unavailable: %s", rootOf(known));
            }
            return known;
        }
        String traceId = traceIds.current();
        LOG.errorf(cause, "a socket request failed [%s]", traceId);
        return ParleyException.of(
                RequestError.INTERNAL, "Something went wrong in the server; trace id " + traceId + ".");
    }

    void note(String route, ParleyException refusal) {
        LOG.debugf("notify %s refused: %s", route, refusal.code().code());
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (int depth = 0; root.getCause() != null && depth < 10; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
