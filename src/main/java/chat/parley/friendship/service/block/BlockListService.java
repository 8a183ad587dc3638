package chat.parley.friendship.service.block;

import chat.parley.friendship.model.Block;
import chat.parley.friendship.model.BlockView;
import chat.parley.friendship.port.BlockRepository;
import chat.parley.identity.PeopleSearchFilter;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows people whom they blocked; and keeps the two of a block out of what either finds. */
@ApplicationScoped
public class BlockListService implements PeopleSearchFilter {
    private final BlockRepository blocks;
    private final Users users;

    BlockListService(BlockRepository blocks, Users users) {
        this.blocks = blocks;
        this.users = users;
    }

    @Transactional
    public Page<BlockView> list(UserId user, @Nullable UserId after, int limit) {
        List<Block> rows = blocks.page(user, after, limit + 1);
        Map<UserId, UserProfile> profiles =
                users.profiles(rows.stream().map(Block::blockedId).toList());
        return Page.cut(rows, limit, block -> block.blockedId().toString())
                .map(block ->
                        new BlockView(Objects.requireNonNull(profiles.get(block.blockedId())), block.createdAt()));
    }

    /** Whether the user blocks the other, now. Reads in a transaction of its own: it is asked after others committed. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean blocks(UserId user, UserId other) {
        return blocks.isBlocked(user, other);
    }

    @Override
    @Transactional
    public Set<UserId> hiddenFrom(UserId seeker) {
        return blocks.apartFrom(seeker);
    }
}
