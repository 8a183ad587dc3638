package chat.parley.media.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An image made anew, without anything that was in the upload beside its pixels.
 *
 * @param thumbnail null if the image is as small as one
 */
public record Prepared(
        Path content,
        String mime,
        Dimensions dimensions,
        @Nullable Path thumbnail) {}
