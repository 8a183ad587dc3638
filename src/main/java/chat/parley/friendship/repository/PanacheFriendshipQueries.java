package chat.parley.friendship.repository;

import chat.parley.friendship.Friendships;
import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.Friendship;
import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.identity.UserId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheFriendshipQueries
        implements FriendshipQueries, Friendships, PanacheRepositoryBase<FriendshipEntity, FriendshipKey> {
    @Override
    public Optional<Friendship> find(UserId user, UserId friend) {
        return findByIdOptional(FriendshipKey.of(user, friend)).map(FriendshipMapper::toModel);
    }

    @Override
    public List<Friendship> page(UserId user, @Nullable FriendState state, @Nullable UserId after, int limit) {
        String where = "key.userId = :user and key.friendId > :after";
        Parameters parameters = Parameters.with("user", user.value()).and("after", after == null ? 0 : after.value());
        if (state != null) {
            where += " and state = :state";
            parameters.and("state", state.wireName());
        }
        return find(where + " order by key.friendId", parameters).page(0, limit).stream()
                .map(FriendshipMapper::toModel)
                .toList();
    }

    @Override
    public Set<UserId> friendsAmong(UserId user, Collection<UserId> users) {
        List<Long> ids = users.stream().map(UserId::value).toList();
        String where = "key.userId = ?1 and key.friendId in ?2 and state = ?3";
        return find(where, user.value(), ids, FriendState.ACCEPTED.wireName()).stream()
                .map(side -> FriendshipMapper.toModel(side).friendId())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean areFriends(UserId one, UserId other) {
        return find(one, other)
                .filter(side -> side.state() == FriendState.ACCEPTED)
                .isPresent();
    }
}
