package chat.parley.media.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.media.MediaLibrary;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The uploads, as other features see them. */
@ApplicationScoped
class MediaLibraryService implements MediaLibrary {
    private final MediaRepository media;
    private final ReleaseMediaService releases;

    MediaLibraryService(MediaRepository media, ReleaseMediaService releases) {
        this.media = media;
        this.releases = releases;
    }

    @Override
    @Transactional
    public void requireOwnImage(UserId owner, MediaId id) {
        MediaItem item = media.findLocked(id)
                .filter(found -> found.owner().equals(owner))
                .orElseThrow(() -> ParleyException.of(MediaError.NOT_FOUND));
        if (!item.isImage()) {
            throw ParleyException.of(MediaError.NOT_AN_IMAGE);
        }
    }

    @Override
    public void release(MediaId id) {
        releases.release(id);
    }
}
