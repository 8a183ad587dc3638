package chat.parley.realtime;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;

/**
 * Who speaks on an opened connection.
 *
 * @param connectionId unique in this process; one session may have several connections
 */
public record SocketSession(String connectionId, UserId userId, SessionId sessionId) {}
