package chat.parley.identity.port;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where sessions and the hashes of their refresh tokens are kept. */
public interface SessionRepository {
    void add(Session session, Device device);

    /** Remembers a token of the session's present generation. */
    void addToken(Session session, RefreshToken token, Instant now);

    /** The session of a token, locked until the transaction ends, so that of two uses one is the first. */
    Optional<Presented> lockByToken(RefreshToken token);

    /** Stores that the next generation has begun. */
    void advance(Session session);

    /** Whether it was alive until now. */
    boolean revoke(SessionId id, Instant now);

    /** Ends all living sessions of an account but one, and returns those it ended. */
    List<SessionId> revokeAll(UserId user, @Nullable SessionId except, Instant now);

    /** Neither revoked nor expired, and its account not disabled. */
    boolean isAlive(SessionId id, Instant now);

    /** Those of the sessions that {@link #isAlive} holds for. One query. */
    Set<SessionId> alive(Collection<SessionId> ids, Instant now);

    /** Removes up to so many sessions, or tokens of living sessions, that expired before, and returns how many. */
    int deleteExpired(Instant before, Instant tokensIssuedBefore, int limit);

    /** A refresh token that came back. */
    record Presented(Session session, int generation) {}
}
