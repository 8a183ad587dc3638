package chat.parley.realtime.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.Sessions;
import chat.parley.identity.UserId;
import chat.parley.realtime.model.node.NodeMessage.SessionEnded;
import chat.parley.realtime.model.node.NodeMessage.UserEnded;
import chat.parley.realtime.service.node.NodeBus;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the sockets of sessions that are over, on every node. */
@ApplicationScoped
public class EndSessionService {
    private final ConnectionRegistry connections;
    private final Sessions sessions;
    private final NodeBus nodes;

    EndSessionService(ConnectionRegistry connections, Sessions sessions, NodeBus nodes) {
        this.connections = connections;
        this.sessions = sessions;
        this.nodes = nodes;
    }

    public void end(UserId user, SessionId session) {
        connections.closeSession(user, session);
        nodes.tell(new SessionEnded(user, session));
    }

    /** All of the user's sessions. */
    public void end(UserId user) {
        connections.closeUser(user);
        nodes.tell(new UserEnded(user));
    }

    /** A session that another node has ended; its tokens are refused here from now on, too. */
    public void endHere(UserId user, SessionId session) {
        sessions.ended(session);
        connections.closeSession(user, session);
    }

    public void endHere(UserId user) {
        connections.closeUser(user);
    }
}
