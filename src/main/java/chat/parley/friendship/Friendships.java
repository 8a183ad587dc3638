package chat.parley.friendship;

import chat.parley.identity.UserId;

/** Who is friends with whom, for other features. */
public interface Friendships {
    boolean areFriends(UserId one, UserId other);
}
