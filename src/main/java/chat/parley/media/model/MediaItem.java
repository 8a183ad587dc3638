package chat.parley.media.model;

import chat.parley.identity.UserId;
import chat.parley.media.Attachment;
import chat.parley.media.MediaId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param clientId the owner's key for it; null if none was given
 * @param mime what the bytes are, not what their name says
 * @param thumbnail a small picture of it; null where there is none
 */
public record MediaItem(
        MediaId id,
        UserId owner,
        @Nullable UUID clientId,
        Blob content,
        @Nullable Blob thumbnail,
        String mime,
        @Nullable Dimensions dimensions,
        @Nullable Double duration,
        String fileName,
        Instant createdAt) {

    /** What it takes of its owner's quota. */
    public long bytes() {
        return content.size() + (thumbnail == null ? 0 : thumbnail.size());
    }

    /** Thumbnails are JPEGs unless the image may be see-through. */
    public String thumbnailMime() {
        return mime.equals(MediaType.JPEG) ? MediaType.JPEG : MediaType.PNG;
    }

    public boolean isImage() {
        return dimensions != null;
    }

    public Attachment attachment() {
        return new Attachment(
                id,
                mime,
                content.size(),
                fileName,
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height(),
                duration,
                thumbnail != null);
    }
}
