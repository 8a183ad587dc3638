package chat.parley.message.model;

import chat.parley.room.RoomId;

/** What a room kept long enough was removed: its log starts at {@code firstSeq} now. */
public record LogTrimmed(RoomId roomId, long firstSeq) {}
