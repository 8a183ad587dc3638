package chat.parley.room;

import chat.parley.shared.id.WireEnum;

/** Of what in a room a member wants to be told; everybody chooses for themselves. */
public enum NotifyLevel implements WireEnum {
    ALL,
    /** Only what names them. */
    MENTIONS,
    /** Nothing: the room is muted. */
    NONE
}
