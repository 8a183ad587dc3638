package chat.parley.identity;

import chat.parley.shared.id.TypedId;

/** Names one sign-in on one device: all access and refresh tokens that came of it carry it. */
public record SessionId(long value) implements TypedId, Comparable<SessionId> {
    public static SessionId parse(String text) {
        return new SessionId(TypedId.parse(text));
    }

    @Override
    public int compareTo(SessionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
