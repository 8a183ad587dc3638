package chat.parley.friendship.service;

import chat.parley.friendship.model.Block;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks without a database. */
final class InMemoryBlocks implements BlockRepository {
    private final Set<List<UserId>> pairs = new LinkedHashSet<>();

    @Override
    public boolean add(Block block) {
        return pairs.add(List.of(block.userId(), block.blockedId()));
    }

    @Override
    public boolean remove(UserId user, UserId blocked) {
        return pairs.remove(List.of(user, blocked));
    }

    @Override
    public boolean isBlocked(UserId user, UserId blocked) {
        return pairs.contains(List.of(user, blocked));
    }

    @Override
    public Set<UserId> between(UserId user, Collection<UserId> users) {
        return users.stream()
                .filter(other -> isBlocked(user, other) || isBlocked(other, user))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UserId> apartFrom(UserId user) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    @Override
    public List<Block> page(UserId user, UserId after, int limit) {
        throw new UnsupportedOperationException("tried on a real database");
    }

    @Override
    public void removeAll(UserId user) {
        pairs.removeIf(pair -> pair.contains(user));
    }
}
