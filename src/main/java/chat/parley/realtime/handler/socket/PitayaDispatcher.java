package chat.parley.realtime.handler.socket;

import chat.parley.realtime.PitayaError;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.ClientPacket;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FrameBody;
import chat.parley.realtime.model.PitayaRoute;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Brings Pitaya's packets to their routes. What a client is told when several things are wrong follows Pitaya's order:
 * the route, whether it is answered, the body, the session.
 */
@ApplicationScoped
class PitayaDispatcher {
    private final RouteTable routes;
    private final SessionRoutes sessions;
    private final RouteCaller caller;

    PitayaDispatcher(RouteTable routes, SessionRoutes sessions, RouteCaller caller) {
        this.routes = routes;
        this.sessions = sessions;
        this.caller = caller;
    }

    void handle(Inbox inbox, ClientPacket packet) throws InterruptedException {
        switch (packet) {
            case ClientPacket.Greeting greeting -> greet(inbox, greeting);
            case ClientPacket.Acknowledgement ignored -> acknowledged(inbox);
            case ClientPacket.Data data when inbox.handshake().isDone() -> data(inbox, data);
            case ClientPacket.Data ignored -> end(inbox, "data came before the handshake was acknowledged");
            case ClientPacket.Unreadable unreadable -> inbox.connection().close(unreadable.code(), unreadable.reason());
        }
    }

    private static void greet(Inbox inbox, ClientPacket.Greeting greeting) {
        Connection connection = inbox.connection();
        connection.answer(greeting.answer());
        if (greeting.accepted()) {
            inbox.handshake().answered(greeting.opening());
        } else {
            connection.closeWhenWritten(CloseCode.PROTOCOL_ERROR, "the handshake was refused");
        }
    }

    private void acknowledged(Inbox inbox) {
        if (!inbox.handshake().acknowledged()) {
            end(inbox, "there was no handshake to acknowledge");
            return;
        }
        FrameBody opening = inbox.handshake().takeOpening();
        if (opening != null && inbox.connection().session() == null) {
            sessions.handle(inbox.connection(), SessionRoutes.OPEN, null, opening);
        }
    }

    private static void end(Inbox inbox, String reason) {
        inbox.connection().close(CloseCode.PROTOCOL_ERROR, reason);
    }

    private void data(Inbox inbox, ClientPacket.Data data) throws InterruptedException {
        String name = known(data.route());
        RouteTable.Route route = routes.find(name);
        if (data.id() != null && route != null && route.kind() == RouteTable.Kind.NOTIFY) {
            throw ParleyException.of(PitayaError.BAD_REQUEST, "tried to request a notify route");
        }
        if (route == null) {
            sessions.handle(inbox.connection(), name, data.id(), data.body());
        } else {
            call(inbox, route, data, speaker(inbox, route, data));
        }
    }

    /** The route's own name; it exists. */
    private String known(String text) {
        PitayaRoute route = PitayaRoute.parse(text);
        boolean exists = routes.find(route.name()) != null || sessions.handles(route.name());
        if (!route.isOurs() || !exists) {
            throw route.notFound();
        }
        return route.name();
    }

    private static SocketSession speaker(Inbox inbox, RouteTable.Route route, ClientPacket.Data data) {
        SocketSession session = inbox.connection().session();
        if (session == null) {
            // A body that cannot be read is told of first; with a session, reading it is the route's own first step.
            data.body().as(route.payload());
            throw ParleyException.of(PitayaError.UNAUTHORIZED);
        }
        return session;
    }

    private void call(Inbox inbox, RouteTable.Route route, ClientPacket.Data data, SocketSession session)
            throws InterruptedException {
        Long id = data.id();
        if (id == null) {
            caller.ignoreAnswer(data.route(), () -> route.call().handle(session, data.body()));
        } else {
            caller.answer(inbox, id, () -> route.call().handle(session, data.body()));
        }
    }
}
