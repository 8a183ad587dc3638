package chat.parley.room;

import chat.parley.shared.id.WireEnum;

/** What a member may do in a room. Compared only behind {@link RoomAccess}. */
public enum Role implements WireEnum {
    MEMBER,
    ADMIN,
    CREATOR
}
