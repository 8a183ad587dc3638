package chat.parley.realtime.handler.socket;

import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.FrameBody;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.Violations;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** All routes of all features. */
@ApplicationScoped
class RouteTable implements SocketRoutes {
    private final Map<String, Route> routes = new HashMap<>();
    private final Validator validator;

    RouteTable(Validator validator, @All List<SocketHandler> handlers) {
        this.validator = validator;
        handlers.forEach(handler -> handler.register(this));
    }

    /**
     * One route.
     *
     * @param isNotify whether it may be called without an id
     */
    record Route(boolean isNotify, Call call) {}

    @FunctionalInterface
    interface Call {
        CompletionStage<?> handle(SocketSession session, FrameBody body);
    }

    @Nullable
    Route find(String route) {
        return routes.get(route);
    }

    @Override
    public <P> void request(String route, Class<P> payload, Request<P> handler) {
        add(
                route,
                false,
                (session, body) -> CompletableFuture.completedStage(handler.handle(session, read(body, payload))));
    }

    @Override
    public <P> void asyncRequest(String route, Class<P> payload, AsyncRequest<P> handler) {
        add(route, false, (session, body) -> handler.handle(session, read(body, payload)));
    }

    @Override
    public <P> void notify(String route, Class<P> payload, Notify<P> handler) {
        add(route, true, (session, body) -> {
            Object answer = handler.handle(session, read(body, payload));
            return CompletableFuture.completedStage(answer == null ? Map.of() : answer);
        });
    }

    private void add(String route, boolean isNotify, Call call) {
        if (routes.put(route, new Route(isNotify, call)) != null) {
            throw new IllegalStateException("two handlers for " + route);
        }
    }

    private <P> P read(FrameBody body, Class<P> type) {
        P payload = body.as(type);
        var violations = validator.validate(payload);
        if (!violations.isEmpty()) {
            throw ParleyException.of(RequestError.INVALID, Violations.fields(violations));
        }
        return payload;
    }
}
