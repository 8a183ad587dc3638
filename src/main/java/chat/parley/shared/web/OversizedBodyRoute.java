package chat.parley.shared.web;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body that announces itself as too large with a problem document; the transport alone would say nothing. */
@ApplicationScoped
class OversizedBodyRoute {
    /** Before anything reads the body. */
    private static final int FIRST = -10_000;

    /** Behind the server's own limit, which is that of uploads. */
    private static final int AFTER_THE_LIMIT = -1;

    private static final String UPLOADS = "/api/upload";

    private final HttpConfig config;
    private final TraceIds traceIds;
    private final ObjectMapper json;

    OversizedBodyRoute(HttpConfig config, TraceIds traceIds, ObjectMapper json) {
        this.config = config;
        this.traceIds = traceIds;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(FIRST).handler(this::check);
        router.route().order(AFTER_THE_LIMIT).handler(this::limit);
    }

    /** Whoever reads an upload counts for themselves, and says in words that it is too large; this is for who does not. */
    private void limit(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * config.maxUploadBytes());
        }
        context.next();
    }

    private long limitOf(RoutingContext context) {
        return context.normalizedPath().equals(UPLOADS) ? config.maxUploadBytes() : config.maxBodyBytes();
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= limitOf(context)) {
            context.next();
            return;
        }
        var problem = ProblemResponse.of(
                ParleyException.of(RequestError.TOO_LARGE), context.normalizedPath(), traceIds.current());
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemResponse.MEDIA_TYPE)
                // What the client still sends is not read, so the connection cannot carry another request.
                .putHeader("Connection", "close")
                .end(write(problem));
    }

    private String write(ProblemResponse problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }
}
