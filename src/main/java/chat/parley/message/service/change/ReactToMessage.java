package chat.parley.message.service.change;

import chat.parley.room.Seat;

/**
 * A member puts an emoji under a message, or takes it away again.
 *
 * @param on whether it shall be there
 */
public record ReactToMessage(Seat seat, long seq, String emoji, boolean on) {}
