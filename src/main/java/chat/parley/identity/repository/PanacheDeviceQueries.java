package chat.parley.identity.repository;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.identity.model.SignedInDevice;
import chat.parley.identity.port.DeviceQueries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class PanacheDeviceQueries implements DeviceQueries, PanacheRepositoryBase<UserSessionEntity, Long> {
    private static final String ALIVE =
            "userId = ?1 and revokedAt is null and expiresAt > ?2 order by lastUsedAt desc, id desc";

    @Override
    public List<SignedInDevice> alive(UserId user, Instant now, int limit) {
        return find(ALIVE, user.value(), now).page(0, limit).stream()
                .map(PanacheDeviceQueries::device)
                .toList();
    }

    private static SignedInDevice device(UserSessionEntity row) {
        return new SignedInDevice(
                new SessionId(row.id), row.userAgent, row.ip, row.createdAt, row.lastUsedAt, row.expiresAt);
    }
}
