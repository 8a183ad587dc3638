package chat.parley.room;

import chat.parley.shared.id.TypedId;

/** Names a room, for good. */
public record RoomId(long value) implements TypedId, Comparable<RoomId> {
    public static RoomId parse(String text) {
        return new RoomId(TypedId.parse(text));
    }

    @Override
    public int compareTo(RoomId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
