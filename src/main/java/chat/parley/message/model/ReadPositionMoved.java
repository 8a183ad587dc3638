package chat.parley.message.model;

import chat.parley.room.Seat;

/** A member has read on, up to and including {@code seq}. */
public record ReadPositionMoved(Seat seat, long seq) {}
