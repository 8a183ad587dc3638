package chat.parley.realtime.model;

/**
 * One object as it goes over the wire; made once and shared by all connections that get it.
 *
 * @param bytes its size in UTF-8
 */
public record EncodedFrame(String text, int bytes) {}
