package chat.parley.identity.service;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import chat.parley.identity.port.SessionRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions without a database. */
final class InMemorySessions implements SessionRepository {
    final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<RefreshToken, Issued> tokens = new HashMap<>();
    int reads;

    @Override
    public void add(Session session, Device device) {
        sessions.put(session.id(), session);
    }

    @Override
    public void addToken(Session session, RefreshToken token, Instant now) {
        tokens.put(token, new Issued(session.id(), session.generation()));
    }

    @Override
    public Optional<Presented> lockByToken(RefreshToken token) {
        return Optional.ofNullable(tokens.get(token))
                .map(issued -> new Presented(sessions.get(issued.session()), issued.generation()));
    }

    @Override
    public void advance(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        Session session = sessions.get(id);
        if (session == null || session.revokedAt() != null) {
            return false;
        }
        sessions.put(
                id,
                new Session(
                        id, session.userId(), session.generation(), session.lastUsedAt(), session.expiresAt(), now));
        return true;
    }

    @Override
    public List<SessionId> revokeAll(UserId user, @Nullable SessionId except, Instant now) {
        return sessions.keySet().stream()
                .filter(id -> !id.equals(except))
                .sorted()
                .filter(id -> revoke(id, now))
                .toList();
    }

    @Override
    public boolean isAlive(SessionId id, Instant now) {
        reads++;
        Session session = sessions.get(id);
        return session != null && !session.isOver(now);
    }

    @Override
    public Set<SessionId> alive(Collection<SessionId> ids, Instant now) {
        return ids.stream().filter(id -> isAlive(id, now)).collect(Collectors.toSet());
    }

    @Override
    public int deleteExpired(Instant before, Instant tokensIssuedBefore, int limit) {
        throw new UnsupportedOperationException();
    }

    private record Issued(SessionId session, int generation) {}
}
