package chat.parley.friendship.service;

import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.Friendship;
import chat.parley.friendship.model.FriendshipPair;
import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.friendship.port.FriendshipRepository;
import chat.parley.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Friendships without a database. */
final class InMemoryFriendships implements FriendshipRepository, FriendshipQueries {
    private final List<Friendship> sides = new ArrayList<>();

    @Override
    public FriendshipPair claim(UserId me, UserId other, Instant now) {
        return lock(me, other).orElseGet(() -> new FriendshipPair(none(me, other, now), none(other, me, now)));
    }

    private static Friendship none(UserId user, UserId friend, Instant now) {
        return new Friendship(user, friend, FriendState.NONE, null, null, now, now);
    }

    @Override
    public Optional<FriendshipPair> lock(UserId me, UserId other) {
        return find(me, other)
                .map(mine -> new FriendshipPair(mine, find(other, me).orElseThrow()));
    }

    @Override
    public void save(FriendshipPair pair) {
        delete(pair);
        sides.add(pair.mine());
        sides.add(pair.theirs());
    }

    @Override
    public void delete(FriendshipPair pair) {
        sides.removeIf(
                side -> isBetween(side, pair.mine().userId(), pair.theirs().userId())
                        || isBetween(side, pair.theirs().userId(), pair.mine().userId()));
    }

    @Override
    public Optional<Friendship> find(UserId user, UserId friend) {
        return sides.stream().filter(side -> isBetween(side, user, friend)).findFirst();
    }

    @Override
    public List<Friendship> page(UserId user, FriendState state, UserId after, int limit) {
        return sides.stream()
                .filter(side -> side.userId().equals(user))
                .filter(side -> state == null || side.state() == state)
                .filter(side -> after == null || side.friendId().compareTo(after) > 0)
                .sorted(Comparator.comparing(Friendship::friendId))
                .limit(limit)
                .toList();
    }

    private static boolean isBetween(Friendship side, UserId user, UserId friend) {
        return side.userId().equals(user) && side.friendId().equals(friend);
    }

    @Override
    public java.util.Set<UserId> friendsAmong(UserId user, java.util.Collection<UserId> users) {
        throw new UnsupportedOperationException();
    }
}
