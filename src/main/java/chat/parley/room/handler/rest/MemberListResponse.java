package chat.parley.room.handler.rest;

import chat.parley.room.MemberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of a room. */
public record MemberListResponse(
        List<MemberView> items, @Nullable String next) {}
