package chat.parley.friendship.repository;

import chat.parley.friendship.Blocks;
import chat.parley.friendship.model.Block;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.identity.UserId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheBlockRepository implements BlockRepository, Blocks, PanacheRepositoryBase<BlockEntity, BlockKey> {
    private static final String INSERT =
            "INSERT IGNORE INTO user_blocks (user_id, blocked_id, created_at) VALUES (?1, ?2, ?3)";
    private static final String LOOK = "SELECT 1 FROM user_blocks WHERE user_id = ?1 AND blocked_id = ?2 FOR SHARE";
    private static final String BETWEEN =
            "key.userId = ?1 and key.blockedId in ?2 or key.blockedId = ?1 and key.userId in ?2";

    @Override
    public boolean add(Block block) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter(1, block.userId().value())
                        .setParameter(2, block.blockedId().value())
                        .setParameter(3, block.createdAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean remove(UserId user, UserId blocked) {
        return delete("key.userId = ?1 and key.blockedId = ?2", user.value(), blocked.value()) == 1;
    }

    @Override
    public boolean isBlocked(UserId user, UserId blocked) {
        return !getEntityManager()
                .createNativeQuery(LOOK)
                .setParameter(1, user.value())
                .setParameter(2, blocked.value())
                .getResultList()
                .isEmpty();
    }

    @Override
    public Set<UserId> between(UserId user, Collection<UserId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        List<Long> ids = users.stream().map(UserId::value).toList();
        return list(BETWEEN, user.value(), ids).stream()
                .map(row -> other(row.toModel(), user))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UserId> apartFrom(UserId user) {
        return list("key.userId = ?1 or key.blockedId = ?1", user.value()).stream()
                .map(row -> other(row.toModel(), user))
                .collect(Collectors.toSet());
    }

    private static UserId other(Block block, UserId user) {
        return block.userId().equals(user) ? block.blockedId() : block.userId();
    }

    @Override
    public List<Block> page(UserId user, @Nullable UserId after, int limit) {
        long last = after == null ? 0 : after.value();
        return find("key.userId = ?1 and key.blockedId > ?2 order by key.blockedId", user.value(), last)
                .page(0, limit)
                .stream()
                .map(BlockEntity::toModel)
                .toList();
    }

    @Override
    public void removeAll(UserId user) {
        delete("key.userId = ?1 or key.blockedId = ?1", user.value());
    }
}
