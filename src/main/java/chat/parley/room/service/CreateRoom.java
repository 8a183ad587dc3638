package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code creator} wants a group.
 *
 * @param memberIds whom to add at once
 */
public record CreateRoom(
        UserId creator, String name, @Nullable String topic, JoinPolicy joinPolicy, List<UserId> memberIds) {
    public CreateRoom {
        memberIds = List.copyOf(memberIds);
    }
}
