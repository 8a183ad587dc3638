package chat.parley.room;

/** How far a member has read: up to and including {@code seq}. */
public record ReadPosition(Seat seat, long seq) {}
