package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.InvitationCode;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import org.jspecify.annotations.Nullable;

/** Somebody wants to enter a room. */
public sealed interface JoinRoom {
    UserId userId();

    /** One that anybody may enter. */
    record Open(UserId userId, RoomId roomId) implements JoinRoom {}

    /** The one an invitation leads to. */
    record Invited(UserId userId, InvitationCode code) implements JoinRoom {}

    /**
     * From a request that names one of the two.
     *
     * @param pointer where the request has the room's id
     */
    static JoinRoom of(UserId userId, @Nullable RoomId roomId, @Nullable String code, String pointer) {
        if (roomId != null && code == null) {
            return new Open(userId, roomId);
        }
        if (roomId == null && code != null) {
            return new Invited(userId, new InvitationCode(code));
        }
        throw ParleyException.onField(RequestError.INVALID, pointer, "give either the room or an invitation");
    }
}
