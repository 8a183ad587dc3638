package chat.parley.media;

import chat.parley.identity.UserId;

/** The uploads, as other features see them. */
public interface MediaLibrary {
    /**
     * Sees to it that this is an image that the user uploaded.
     *
     * @throws chat.parley.shared.error.ParleyException {@link MediaError#NOT_FOUND} or {@link MediaError#NOT_AN_IMAGE}
     */
    void requireOwnImage(UserId owner, MediaId id);

    /** A use of the upload has ended: if nothing else needs it, it and its bytes are gone. In a transaction of its own. */
    void release(MediaId id);
}
