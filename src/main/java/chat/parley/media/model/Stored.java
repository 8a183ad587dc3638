package chat.parley.media.model;

/**
 * What handing in a file came to.
 *
 * @param repeated it was there before, handed in by the same request
 */
public record Stored(MediaItem item, boolean repeated) {}
