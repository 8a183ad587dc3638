package chat.parley.media;

import org.jspecify.annotations.Nullable;

/**
 * An upload; the {@code media} shape of the wire.
 *
 * @param url where its bytes are; asks for the caller's access token, or a link
 * @param mime what the bytes are, not what their name says
 * @param size in bytes
 * @param width of an image, in pixels, so that its place can be kept free
 * @param duration of sound or film, in seconds, where it is known
 * @param thumbnailUrl a small picture of it, where there is one
 */
public record MediaView(
        MediaId id,
        String url,
        String mime,
        long size,
        String fileName,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        @Nullable String thumbnailUrl) {

    public static MediaView of(Attachment attachment) {
        String url = "/api/media?id=" + attachment.id();
        return new MediaView(
                attachment.id(),
                url,
                attachment.mime(),
                attachment.size(),
                attachment.fileName(),
                attachment.width(),
                attachment.height(),
                attachment.duration(),
                attachment.thumbnail() ? url + "&thumbnail=true" : null);
    }
}
