package chat.parley.room;

import chat.parley.shared.id.WireEnum;

/** Who may enter a group without being added. */
public enum JoinPolicy implements WireEnum {
    /** Anybody; the room can be discovered. */
    OPEN,
    /** Only with an invitation; to others the room does not exist. */
    INVITE
}
