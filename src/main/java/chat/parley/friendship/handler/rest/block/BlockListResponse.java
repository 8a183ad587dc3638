package chat.parley.friendship.handler.rest.block;

import chat.parley.friendship.model.BlockView;
import chat.parley.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of people whom the caller blocked. */
public record BlockListResponse(
        List<BlockView> items, @Nullable String next) {
    static BlockListResponse from(Page<BlockView> page) {
        return new BlockListResponse(page.items(), page.next());
    }
}
