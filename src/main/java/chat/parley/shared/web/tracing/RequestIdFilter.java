package chat.parley.shared.web.tracing;

import chat.parley.shared.web.TraceIds;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every request the id that its log lines, its problem document and the gateway's log have in common. */
@ApplicationScoped
class RequestIdFilter {
    private static final String HEADER = "X-Request-Id";
    private static final int BEFORE_EVERYTHING = 1_000;
    /** Whatever else a client sends here does not get into the log. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final TraceIds traceIds;

    RequestIdFilter(TraceIds traceIds) {
        this.traceIds = traceIds;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, BEFORE_EVERYTHING);
    }

    private void identify(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches() ? given : traceIds.fresh();
        MDC.put(TraceIds.REQUEST_ID, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
