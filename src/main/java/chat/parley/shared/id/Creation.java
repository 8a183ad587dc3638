package chat.parley.room.model;

/**
 * What a request to make something came to.
 *
 * @param repeated it was there before, made by the same request; nothing was made now
 */
public record Creation<T>(T made, boolean repeated) {}
