package chat.parley.friendship.repository;

import chat.parley.friendship.model.Friendship;
import chat.parley.friendship.model.FriendshipPair;
import chat.parley.friendship.port.FriendshipRepository;
import chat.parley.identity.UserId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Touches the two rows of a pair always in the same order, so that two transactions cannot wait for each other. */
@ApplicationScoped
class PanacheFriendshipRepository
        implements FriendshipRepository, PanacheRepositoryBase<FriendshipEntity, FriendshipKey> {
    // An insert that meets an existing row locks that row and no gap beside it, unlike a locking read that finds
    // nothing.
    private static final String INSERT_MISSING = """
            INSERT INTO user_friends (user_id, friend_id, state, created_at, updated_at)
            VALUES (?1, ?2, 'none', ?3, ?3)
            ON DUPLICATE KEY UPDATE user_id = user_id""";

    @Override
    public FriendshipPair claim(UserId me, UserId other, Instant now) {
        FriendshipKey first = FriendshipKey.lower(me, other);
        insertMissing(first, now);
        insertMissing(first.mirrored(), now);
        return lock(me, other).orElseThrow();
    }

    @Override
    public Optional<FriendshipPair> lock(UserId me, UserId other) {
        FriendshipKey first = FriendshipKey.lower(me, other);
        @Nullable FriendshipEntity one = findById(first, LockModeType.PESSIMISTIC_WRITE);
        @Nullable FriendshipEntity two = findById(first.mirrored(), LockModeType.PESSIMISTIC_WRITE);
        if (one == null || two == null) {
            return Optional.empty();
        }
        Friendship lower = FriendshipMapper.toModel(one);
        Friendship higher = FriendshipMapper.toModel(two);
        return Optional.of(
                lower.userId().equals(me) ? new FriendshipPair(lower, higher) : new FriendshipPair(higher, lower));
    }

    @Override
    public void save(FriendshipPair pair) {
        FriendshipMapper.copy(pair.mine(), managed(pair.mine()));
        FriendshipMapper.copy(pair.theirs(), managed(pair.theirs()));
        flush();
    }

    @Override
    public void delete(FriendshipPair pair) {
        delete(managed(pair.mine()));
        delete(managed(pair.theirs()));
        flush();
    }

    private FriendshipEntity managed(Friendship side) {
        return Objects.requireNonNull(findById(FriendshipKey.of(side.userId(), side.friendId())));
    }

    private void insertMissing(FriendshipKey key, Instant now) {
        getEntityManager()
                .createNativeQuery(INSERT_MISSING)
                .setParameter(1, key.userId())
                .setParameter(2, key.friendId())
                .setParameter(3, now)
                .executeUpdate();
    }
}
