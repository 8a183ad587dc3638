package chat.parley.room.handler.event;

import chat.parley.room.RoomId;

/** The body of {@code room.removed}. */
public record RoomRemovedPush(RoomId roomId) {}
