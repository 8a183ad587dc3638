package chat.parley.friendship.handler.rest;

import chat.parley.friendship.model.FriendView;
import chat.parley.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of friends and requests. */
public record FriendListResponse(
        List<FriendView> items, @Nullable String next) {
    static FriendListResponse from(Page<FriendView> page) {
        return new FriendListResponse(page.items(), page.next());
    }
}
