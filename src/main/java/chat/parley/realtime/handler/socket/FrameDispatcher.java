package chat.parley.realtime.handler.socket;

import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Brings each frame to its route and the outcome back. */
@ApplicationScoped
class FrameDispatcher {
    private final RouteTable routes;
    private final SessionRoutes sessions;
    private final SocketFailures failures;
    private final RealtimeConfig config;
    private final ExecutorService virtualThreads;

    FrameDispatcher(
            RouteTable routes,
            SessionRoutes sessions,
            SocketFailures failures,
            RealtimeConfig config,
            @VirtualThreads ExecutorService virtualThreads) {
        this.routes = routes;
        this.sessions = sessions;
        this.failures = failures;
        this.config = config;
        this.virtualThreads = virtualThreads;
    }

    Inbox inbox(Connection connection) {
        return new Inbox(connection, config.maxRequestsWaiting(), config.maxRequestsInFlight());
    }

    /** Takes one text frame apart and queues what it holds. Never blocks: runs on the event loop. */
    void text(Inbox inbox, byte[] frame) {
        inbox.connection().codec().decode(frame).forEach(object -> queue(inbox, object));
    }

    void binary(Inbox inbox) {
        queue(inbox, new ClientFrame.Broken(null, ParleyException.of(RealtimeError.BINARY)));
    }

    void tooLarge(Inbox inbox) {
        refuse(inbox, null, ParleyException.of(RealtimeError.FRAME_TOO_LARGE));
        inbox.connection().closeWhenWritten(CloseCode.FRAME_TOO_LARGE, "the frame is too large");
    }

    private void queue(Inbox inbox, ClientFrame frame) {
        switch (inbox.arrive(frame)) {
            case START -> virtualThreads.execute(() -> work(inbox));
            case FULL -> refuse(inbox, idOf(frame), ParleyException.of(RealtimeError.TOO_MANY_REQUESTS));
            case QUEUED -> {}
        }
    }

    private void work(Inbox inbox) {
        for (ClientFrame frame = inbox.next(); frame != null; frame = inbox.next()) {
            try {
                handle(inbox, frame);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                refuse(inbox, idOf(frame), failures.translate(e));
            }
        }
    }

    private void handle(Inbox inbox, ClientFrame frame) throws InterruptedException {
        switch (frame) {
            case ClientFrame.Request request -> request(inbox, request);
            case ClientFrame.Notify notify -> notify(inbox, notify);
            case ClientFrame.Broken broken -> broken(inbox, broken.id(), broken.error());
        }
    }

    private void request(Inbox inbox, ClientFrame.Request request) throws InterruptedException {
        Connection connection = inbox.connection();
        if (!inbox.begin(request.id())) {
            broken(inbox, request.id(), ParleyException.of(RealtimeError.DUPLICATE_ID));
            return;
        }
        try {
            if (sessions.handles(request.route())) {
                sessions.handle(connection, request);
                inbox.answered(request.id());
                return;
            }
            SocketSession session = connection.session();
            if (session == null) {
                inbox.answered(request.id());
                broken(inbox, request.id(), ParleyException.of(RequestError.UNAUTHENTICATED));
                return;
            }
            route(request.route()).call().handle(session, request.body()).whenComplete((body, e) -> {
                inbox.answered(request.id());
                if (e == null) {
                    connection.answer(connection.codec().response(request.id(), body));
                } else {
                    refuse(inbox, request.id(), failures.translate(e));
                }
            });
        } catch (RuntimeException e) {
            inbox.answered(request.id());
            throw e;
        }
    }

    private void notify(Inbox inbox, ClientFrame.Notify notify) {
        SocketSession session = inbox.connection().session();
        if (notify.route().equals("heartbeat")) {
            return;
        }
        if (session == null) {
            broken(inbox, null, ParleyException.of(RequestError.UNAUTHENTICATED));
            return;
        }
        RouteTable.Route route = routes.find(notify.route());
        if (route == null || !route.isNotify()) {
            broken(
                    inbox,
                    null,
                    ParleyException.of(route == null ? RealtimeError.UNKNOWN_ROUTE : RealtimeError.NEEDS_ID));
            return;
        }
        try {
            CompletionStage<?> ignored = route.call().handle(session, notify.body());
        } catch (ParleyException e) {
            // A notify is never answered, errors included.
            failures.note(notify.route(), e);
        }
    }

    private RouteTable.Route route(String name) {
        RouteTable.Route route = routes.find(name);
        if (route == null) {
            throw ParleyException.of(RealtimeError.UNKNOWN_ROUTE);
        }
        return route;
    }

    private void broken(Inbox inbox, @Nullable Long id, ParleyException error) {
        refuse(inbox, id, error);
        if (inbox.countProtocolError() >= config.maxProtocolErrors()) {
            inbox.connection().closeWhenWritten(CloseCode.PROTOCOL_ERROR, "too many frames broke the protocol");
        }
    }

    private static void refuse(Inbox inbox, @Nullable Long id, ParleyException error) {
        Connection connection = inbox.connection();
        connection.answer(connection.codec().error(id, error));
        if (error.code().kind() == ErrorKind.UNAUTHENTICATED && connection.session() != null) {
            connection.closeWhenWritten(CloseCode.UNAUTHENTICATED, "the session is not valid any more");
        }
    }

    private static @Nullable Long idOf(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Request request -> request.id();
            case ClientFrame.Notify notify -> null;
            case ClientFrame.Broken broken -> broken.id();
        };
    }
}
