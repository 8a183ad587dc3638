package chat.parley.media;

import org.jspecify.annotations.Nullable;

/**
 * What a message keeps of an upload.
 *
 * @param mime what the bytes are, not what their name says
 * @param size in bytes
 * @param width of an image, in pixels, as it is shown
 * @param duration of sound or film, in seconds, where it is known
 * @param thumbnail whether there is a small picture of it
 */
public record Attachment(
        MediaId id,
        String mime,
        long size,
        String fileName,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        boolean thumbnail) {}
