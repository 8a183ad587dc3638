package chat.parley.identity.repository;

import chat.parley.identity.UserId;
import chat.parley.identity.port.LastSeenRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PanacheLastSeenRepository implements LastSeenRepository, PanacheRepositoryBase<UserEntity, Long> {
    private static final String SEEN = "lastSeenAt = ?1 where id in ?2 and hideLastSeen = false and deletedAt is null"
            + " and (lastSeenAt is null or lastSeenAt < ?1)";

    @Override
    public void seen(Collection<UserId> users, Instant at) {
        update(SEEN, at, values(users));
    }

    @Override
    public Map<UserId, Instant> of(Collection<UserId> users) {
        Map<UserId, Instant> seen = new HashMap<>();
        list("id in ?1 and lastSeenAt is not null", values(users))
                .forEach(user -> seen.put(new UserId(user.id), user.lastSeenAt));
        return seen;
    }

    private static List<Long> values(Collection<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }
}
