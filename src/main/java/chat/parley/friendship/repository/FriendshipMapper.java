package chat.parley.friendship.repository;

import chat.parley.friendship.DirectRoomId;
import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.Friendship;
import chat.parley.identity.UserId;
import chat.parley.shared.id.WireEnum;

final class FriendshipMapper {
    private FriendshipMapper() {}

    static Friendship toModel(FriendshipEntity row) {
        return new Friendship(
                new UserId(row.key.userId()),
                new UserId(row.key.friendId()),
                WireEnum.parse(FriendState.class, row.state),
                row.note,
                row.roomId == null ? null : new DirectRoomId(row.roomId),
                row.createdAt,
                row.updatedAt);
    }

    static void copy(Friendship side, FriendshipEntity row) {
        row.state = side.state().wireName();
        row.note = side.note();
        row.roomId = side.roomId() == null ? null : side.roomId().value();
        row.createdAt = side.createdAt();
        row.updatedAt = side.updatedAt();
    }
}
