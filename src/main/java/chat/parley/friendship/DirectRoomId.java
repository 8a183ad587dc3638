package chat.parley.friendship;

import chat.parley.shared.id.TypedId;

/** Names the 1-on-1 room of two friends; the number is the room's id. */
public record DirectRoomId(long value) implements TypedId {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
