package chat.parley.room.handler.rest;

import chat.parley.room.RoomView;
import chat.parley.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of rooms. */
public record RoomListResponse(
        List<RoomView> items, @Nullable String next) {
    static RoomListResponse from(Page<RoomView> page) {
        return new RoomListResponse(page.items(), page.next());
    }
}
