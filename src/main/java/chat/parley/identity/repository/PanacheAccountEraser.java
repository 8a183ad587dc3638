package chat.parley.identity.repository;

import chat.parley.identity.UserId;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.AccountEraser;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

@ApplicationScoped
class PanacheAccountEraser implements AccountEraser, PanacheRepositoryBase<UserEntity, Long> {
    private static final String SESSIONS = "DELETE FROM user_sessions WHERE user_id = ?1";

    @Override
    public void erase(UserId user, PasswordHash hash, Instant now) {
        Objects.requireNonNull(findById(user.value())).erase(hash, now);
        flush();
    }

    @Override
    public void eraseSessions(UserId user) {
        getEntityManager()
                .createNativeQuery(SESSIONS)
                .setParameter(1, user.value())
                .executeUpdate();
    }

    @Override
    public List<UserId> departing(int limit) {
        return find("deletedAt is not null and departedAt is null").page(0, limit).stream()
                .map(user -> new UserId(user.id))
                .toList();
    }

    @Override
    public void departed(UserId user, Instant now) {
        update("departedAt = ?1 where id = ?2", now, user.value());
    }
}
