package chat.parley.shared.web;

import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.MDC;

/** Names one failed call, so that a user's report finds the line in the log. */
@ApplicationScoped
public class TraceIds {
    /** Under which name log lines carry the id of the request that they are about. */
    public static final String REQUEST_ID = "requestId";

    private final IdGenerator ids;

    TraceIds(IdGenerator ids) {
        this.ids = ids;
    }

    /** The id of the current request; a fresh one where there is none, as for a frame of a socket. */
    public String current() {
        return MDC.get(REQUEST_ID) instanceof String id ? id : fresh();
    }

    public String fresh() {
        return Long.toString(ids.next(), 36).toUpperCase(Locale.ROOT);
    }
}
