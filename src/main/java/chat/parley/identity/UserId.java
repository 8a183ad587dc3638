package chat.parley.identity;

import chat.parley.shared.id.TypedId;

/** Names an account, for good. */
public record UserId(long value) implements TypedId, Comparable<UserId> {
    public static UserId parse(String text) {
        return new UserId(TypedId.parse(text));
    }

    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
