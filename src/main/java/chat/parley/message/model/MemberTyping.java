package chat.parley.message.model;

import chat.parley.room.Seat;

/** A member is writing something. */
public record MemberTyping(Seat seat) {}
