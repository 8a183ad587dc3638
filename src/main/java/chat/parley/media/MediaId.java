package chat.parley.media;

import chat.parley.shared.id.TypedId;

/** Names an upload. */
public record MediaId(long value) implements TypedId, Comparable<MediaId> {
    public static MediaId parse(String text) {
        return new MediaId(TypedId.parse(text));
    }

    @Override
    public int compareTo(MediaId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
