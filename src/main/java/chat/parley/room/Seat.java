package chat.parley.room;

import chat.parley.identity.UserId;

/** One user's place in one room. */
public record Seat(RoomId roomId, UserId userId) {}
