package chat.parley.realtime.handler.socket;

import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.FrameBody;
import chat.parley.realtime.service.presence.PresenceService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.Violations;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** All routes of all features. */
@ApplicationScoped
class RouteTable implements SocketRoutes {
    private final Map<String, Route> routes = new HashMap<>();
    private final Validator validator;
    private final PresenceService presence;

    RouteTable(Validator validator, PresenceService presence, @All List<SocketHandler> handlers) {
        this.validator = validator;
        this.presence = presence;
        handlers.forEach(handler -> handler.register(this));
    }

    /** How a route is called. */
    enum Kind {
        REQUEST,
        NOTIFY,
        EITHER
    }

    /**
     * One route.
     *
     * @param payload the type of its body
     */
    record Route(Kind kind, Class<?> payload, Call call) {
        boolean isNotify() {
            return kind != Kind.REQUEST;
        }
    }

    @FunctionalInterface
    interface Call {
        CompletionStage<?> handle(SocketSession session, FrameBody body);
    }

    @Nullable
    Route find(String route) {
        return routes.get(route);
    }

    Set<String> names() {
        return routes.keySet();
    }

    @Override
    public <P> void request(String route, Class<P> payload, Request<P> handler) {
        answered(Kind.REQUEST, route, payload, handler);
    }

    @Override
    public <P> void requestOrNotify(String route, Class<P> payload, Request<P> handler) {
        answered(Kind.EITHER, route, payload, handler);
    }

    private <P> void answered(Kind kind, String route, Class<P> payload, Request<P> handler) {
        add(
                route,
                kind,
                payload,
                (session, body) -> CompletableFuture.completedStage(handler.handle(session, read(body, payload))));
    }

    @Override
    public <P> void asyncRequest(String route, Class<P> payload, AsyncRequest<P> handler) {
        add(route, Kind.REQUEST, payload, (session, body) -> handler.handle(session, read(body, payload)));
    }

    @Override
    public <P> void notify(String route, Class<P> payload, Notify<P> handler) {
        add(route, Kind.NOTIFY, payload, (session, body) -> {
            handler.handle(session, read(body, payload));
            return CompletableFuture.completedStage(Map.of());
        });
    }

    private void add(String route, Kind kind, Class<?> payload, Call call) {
        if (routes.put(route, new Route(kind, payload, noted(route, call))) != null) {
            throw new IllegalStateException("two handlers for " + route);
        }
    }

    // What clients do by themselves says nothing of the person before them.
    private Call noted(String route, Call call) {
        if (route.equals(PresenceSocketHandler.ROUTE)) {
            return call;
        }
        return (session, body) -> {
            presence.active(session);
            return call.handle(session, body);
        };
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
