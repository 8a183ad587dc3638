package chat.parley.realtime.handler.socket;

import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.handler.socket.Inbox.InboxLimits;
import chat.parley.realtime.model.ClientFrame;
import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.realtime.service.FloodPenalties;
import chat.parley.realtime.service.Ticket;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Brings each frame to its route and the outcome back. */
@ApplicationScoped
class FrameDispatcher {
    private final RouteTable routes;
    private final SessionRoutes sessions;
    private final PitayaDispatcher pitaya;
    private final RouteCaller caller;
    private final FloodPenalties floods;
    private final InboxLimits limits;
    private final ExecutorService virtualThreads;

    FrameDispatcher(
            RouteTable routes,
            SessionRoutes sessions,
            PitayaDispatcher pitaya,
            RouteCaller caller,
            FloodPenalties floods,
            RealtimeConfig config,
            @VirtualThreads ExecutorService virtualThreads) {
        this.routes = routes;
        this.sessions = sessions;
        this.pitaya = pitaya;
        this.caller = caller;
        this.floods = floods;
        this.virtualThreads = virtualThreads;
        this.limits =
                new InboxLimits(config.maxRequestsWaiting(), config.maxRequestsInFlight(), config.maxFramesPerSecond());
    }

    Inbox inbox(Connection connection, Ticket ticket) {
        Inbox inbox = new Inbox(connection, limits, ticket);
        connection.whenDrained(() -> {
            if (inbox.resume()) {
                start(inbox);
            }
        });
        return inbox;
    }

    private void start(Inbox inbox) {
        virtualThreads.execute(() -> work(inbox));
    }

    /** Counts something that costs the server work; false if the client has spoken too often. */
    boolean mayPass(Inbox inbox) {
        FrameBudget.Verdict verdict = inbox.budget().take(System.nanoTime());
        if (verdict == FrameBudget.Verdict.ABUSE) {
            inbox.turnDeaf();
            floods.sendAway(inbox.connection());
        }
        return verdict == FrameBudget.Verdict.FINE;
    }

    /** Takes one frame apart and queues what it holds. Never blocks: runs on the event loop. */
    void frame(Inbox inbox, byte[] frame) {
        for (ClientFrame object : inbox.connection().codec().decode(frame)) {
            if (inbox.connection().isClosed()) {
                return;
            }
            queue(inbox, object);
        }
    }

    /** A binary frame among text frames, or the other way round. */
    void wrongKind(Inbox inbox) {
        queue(
                inbox,
                inbox.connection().codec().isBinary()
                        ? new ClientPacket.Unreadable(CloseCode.PROTOCOL_ERROR, "a text frame among binary ones")
                        : new ClientFrame.Broken(null, ParleyException.of(RealtimeError.BINARY)));
    }

    void tooLarge(Inbox inbox) {
        caller.refuse(inbox, null, ParleyException.of(RealtimeError.FRAME_TOO_LARGE));
        inbox.connection().closeWhenWritten(CloseCode.FRAME_TOO_LARGE, "the frame is too large");
    }

    private void queue(Inbox inbox, ClientFrame frame) {
        if (!mayPass(inbox)) {
            noRoom(inbox, frame);
            return;
        }
        if (isSignOfLife(frame)) {
            return;
        }
        switch (inbox.arrive(frame)) {
            case START -> start(inbox);
            case FULL -> noRoom(inbox, frame);
            case QUEUED -> {}
        }
    }

    /** Whoever sent it was heard by that; most of what idle clients send is this. */
    private static boolean isSignOfLife(ClientFrame frame) {
        return frame instanceof ClientFrame.Notify notify && notify.route().equals("heartbeat");
    }

    private void noRoom(Inbox inbox, ClientFrame frame) {
        if (frame instanceof ClientPacket.Unreadable unreadable) {
            inbox.connection().close(unreadable.code(), unreadable.reason());
        } else {
            caller.refuse(inbox, idOf(frame), ParleyException.of(RealtimeError.TOO_MANY_REQUESTS));
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
                caller.failed(inbox, idOf(frame), e);
            }
        }
    }

    private void handle(Inbox inbox, ClientFrame frame) throws InterruptedException {
        switch (frame) {
            case ClientFrame.Request request -> request(inbox, request);
            case ClientFrame.Notify notify -> notify(inbox, notify);
            case ClientFrame.Broken broken -> caller.broken(inbox, broken.id(), broken.error());
            case ClientPacket packet -> pitaya.handle(inbox, packet);
        }
    }

    private void request(Inbox inbox, ClientFrame.Request request) throws InterruptedException {
        Connection connection = inbox.connection();
        SocketSession session = connection.session();
        if (sessions.handles(request.route())) {
            sessions.handle(connection, request.route(), request.id(), request.body());
        } else if (session == null) {
            caller.broken(inbox, request.id(), ParleyException.of(RequestError.UNAUTHENTICATED));
        } else {
            caller.answer(inbox, request.id(), () -> route(request).call().handle(session, request.body()));
        }
    }

    private void notify(Inbox inbox, ClientFrame.Notify notify) {
        SocketSession session = inbox.connection().session();
        if (session == null) {
            caller.broken(inbox, null, ParleyException.of(RequestError.UNAUTHENTICATED));
            return;
        }
        RouteTable.Route route = routes.find(notify.route());
        if (route == null || !route.isNotify()) {
            RealtimeError error = route == null ? RealtimeError.UNKNOWN_ROUTE : RealtimeError.NEEDS_ID;
            caller.broken(inbox, null, ParleyException.of(error));
            return;
        }
        caller.ignoreAnswer(notify.route(), () -> route.call().handle(session, notify.body()));
    }

    private RouteTable.Route route(ClientFrame.Request request) {
        RouteTable.Route route = routes.find(request.route());
        if (route == null) {
            throw ParleyException.of(RealtimeError.UNKNOWN_ROUTE);
        }
        return route;
    }

    private static @Nullable Long idOf(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Request request -> request.id();
            case ClientFrame.Notify notify -> null;
            case ClientFrame.Broken broken -> broken.id();
            case ClientPacket.Data data -> data.id();
            case ClientPacket packet -> null;
        };
    }
}
