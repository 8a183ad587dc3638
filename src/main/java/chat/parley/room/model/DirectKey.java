package chat.parley.room.model;

import chat.parley.identity.UserId;

/** Names the one direct room of two people: both ids, the smaller first. */
public record DirectKey(UserId lower, UserId higher) {
    public DirectKey {
        if (lower.compareTo(higher) >= 0) {
            throw new IllegalArgumentException("a direct room is between two people");
        }
    }

    public static DirectKey of(UserId one, UserId other) {
        return one.compareTo(other) < 0 ? new DirectKey(one, other) : new DirectKey(other, one);
    }

    public static DirectKey parse(String text) {
        int dash = text.indexOf('-');
        return new DirectKey(UserId.parse(text.substring(0, dash)), UserId.parse(text.substring(dash + 1)));
    }

    public UserId otherThan(UserId one) {
        return one.equals(lower) ? higher : lower;
    }

    @Override
    public String toString() {
        return lower + "-" + higher;
    }
}
