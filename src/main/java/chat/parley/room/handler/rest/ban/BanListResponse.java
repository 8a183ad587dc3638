package chat.parley.room.handler.rest.ban;

import chat.parley.room.model.BanView;
import chat.parley.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of bans. */
public record BanListResponse(List<BanView> items, @Nullable String next) {
    static BanListResponse from(Page<BanView> page) {
        return new BanListResponse(page.items(), page.next());
    }
}
