package chat.parley.friendship.model;

import chat.parley.shared.id.WireEnum;

/** How one person stands to another, seen from the one's side. */
public enum FriendState implements WireEnum {
    /** Not at all; never stored beyond the transaction that makes or ends a friendship. */
    NONE,
    /** The one asked. */
    REQUESTED,
    /** The one is asked and has not answered yet. */
    PENDING,
    ACCEPTED
}
