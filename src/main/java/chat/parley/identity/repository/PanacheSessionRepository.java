package chat.parley.identity.repository;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Device;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.Session;
import chat.parley.identity.port.SessionRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions in MySQL. A session's row is the lock for all that happens to its tokens. */
@ApplicationScoped
class PanacheSessionRepository implements SessionRepository, PanacheRepositoryBase<UserSessionEntity, Long> {
    private final SessionReads reads;

    PanacheSessionRepository(SessionReads reads) {
        this.reads = reads;
    }

    @Override
    public void add(Session session, Device device) {
        persist(SessionMapper.entity(session, device));
    }

    @Override
    public void addToken(Session session, RefreshToken token, Instant now) {
        getEntityManager().persist(SessionMapper.entity(session, token, now));
    }

    // A token's row never changes, so only the session is locked; a plain key look-up leaves no gap locks behind.
    @Override
    public Optional<Presented> lockByToken(RefreshToken token) {
        return Optional.ofNullable(getEntityManager().find(UserRefreshTokenEntity.class, token.hash()))
                .flatMap(used -> findByIdOptional(used.sessionId, LockModeType.PESSIMISTIC_WRITE)
                        .map(session -> new Presented(SessionMapper.session(session), used.generation)));
    }

    @Override
    public void advance(Session session) {
        update(
                "generation = ?1, lastUsedAt = ?2, expiresAt = ?3 where id = ?4",
                session.generation(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().value());
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        return update("revokedAt = ?1 where id = ?2 and revokedAt is null", now, id.value()) > 0;
    }

    @Override
    public List<SessionId> revokeAll(UserId user, @Nullable SessionId except, Instant now) {
        long kept = except == null ? 0 : except.value();
        List<SessionId> ended = find("userId = ?1 and id <> ?2 and revokedAt is null", user.value(), kept)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(session -> new SessionId(session.id))
                .toList();
        ended.forEach(session -> revoke(session, now));
        return ended;
    }

    @Override
    public boolean isAlive(SessionId id, Instant now) {
        return !reads.alive(Set.of(id), now).isEmpty();
    }

    @Override
    public Set<SessionId> alive(Collection<SessionId> ids, Instant now) {
        return reads.alive(Set.copyOf(ids), now);
    }

    @Override
    public int deleteExpired(Instant before, Instant tokensIssuedBefore, int limit) {
        return Math.max(
                delete("delete from user_sessions where expires_at < ?1 limit ?2", before, limit),
                delete("delete from user_refresh_tokens where issued_at < ?1 limit ?2", tokensIssuedBefore, limit));
    }

    // Native, because HQL knows no limit here.
    private int delete(String sql, Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter(1, before)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
