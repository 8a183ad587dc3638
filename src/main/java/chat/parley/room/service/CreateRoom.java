package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code creator} wants a group.
 *
 * @param clientId the creator's key; repeating it returns the room that is there, for good
 * @param memberIds whom to add at once
 */
public record CreateRoom(
        UserId creator,
        @Nullable UUID clientId,
        String name,
        @Nullable String topic,
        JoinPolicy joinPolicy,
        List<UserId> memberIds) {
    public CreateRoom {
        memberIds = List.copyOf(memberIds);
    }
}
