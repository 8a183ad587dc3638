package chat.parley.shared.id;

/**
 * What a request to make something came to, when its sender may repeat it under the same id.
 *
 * @param repeated it was there before, made by the same request; nothing was made now
 */
public record Creation<T>(T made, boolean repeated) {}
