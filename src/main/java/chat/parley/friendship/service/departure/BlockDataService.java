package chat.parley.friendship.service.departure;

import chat.parley.friendship.model.BlockView;
import chat.parley.friendship.service.block.BlockListService;
import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;

/** Whom a person blocked, for them to take along. */
@ApplicationScoped
class BlockDataService implements PersonalData {
    private static final int AT_ONCE = 100;

    private final BlockListService blocks;

    BlockDataService(BlockListService blocks) {
        this.blocks = blocks;
    }

    private record Blocked(UserId userId, String username, Instant since) {}

    @Override
    public String section() {
        return "blocks";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        UserId after = null;
        do {
            Page<BlockView> page = blocks.list(user, after, AT_ONCE);
            page.items()
                    .forEach(view -> record.accept(
                            new Blocked(view.user().id(), view.user().username(), view.createdAt())));
            after = page.next() == null ? null : UserId.parse(page.next());
        } while (after != null);
    }
}
