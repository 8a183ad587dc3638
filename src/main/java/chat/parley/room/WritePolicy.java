package chat.parley.room;

import chat.parley.shared.id.WireEnum;

/** Who may write in a group. */
public enum WritePolicy implements WireEnum {
    EVERYONE,
    /** A room for announcements: its admins and its creator write, the others read. */
    ADMINS;

    public boolean allows(Role role) {
        return this == EVERYONE || role != Role.MEMBER;
    }
}
