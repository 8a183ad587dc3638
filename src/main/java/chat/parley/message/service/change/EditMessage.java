package chat.parley.message.service.change;

import chat.parley.room.Seat;

/** An author puts another text in the place of one of their messages. */
public record EditMessage(Seat seat, long seq, String text) {}
