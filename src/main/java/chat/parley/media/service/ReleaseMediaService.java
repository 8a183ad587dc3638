package chat.parley.media.service;

import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaRepository;
import chat.parley.media.port.MediaStorage;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Removes uploads that nobody needs, and bytes that no upload has. */
@ApplicationScoped
class ReleaseMediaService {
    private static final Logger LOG = Logger.getLogger(ReleaseMediaService.class);

    private final MediaRepository media;
    private final MediaStorage storage;
    private final List<MediaUses> uses;

    ReleaseMediaService(MediaRepository media, MediaStorage storage, @All List<MediaUses> uses) {
        this.media = media;
        this.storage = storage;
        this.uses = uses;
    }

    /** Removes the upload unless something needs it. Bytes that cannot be removed now are found by the next sweep. */
    void release(MediaId id) {
        removeUnused(id).ifPresent(item -> {
            removeBytes(item.content().key());
            Blob thumbnail = item.thumbnail();
            if (thumbnail != null) {
                removeBytes(thumbnail.key());
            }
        });
    }

    /** Whoever posts the upload holds its row until that is committed, so that what is read here is the last word. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<MediaItem> removeUnused(MediaId id) {
        Optional<MediaItem> found = media.findLocked(id)
                .filter(item ->
                        uses.stream().allMatch(use -> use.inUse(Set.of(id)).isEmpty()));
        found.ifPresent(item -> {
            media.remove(item);
            media.giveBack(item.owner(), item.bytes());
        });
        return found;
    }

    void removeBytes(BlobKey key) {
        try {
            removeUnusedBytes(key);
        } catch (IOException e) {
            LOG.warnf(e, "the bytes %s could not be removed; the next sweep tries again", key.hex());
        }
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = IOException.class)
    void removeUnusedBytes(BlobKey key) throws IOException {
        if (media.lockIfKnown(key) && !media.isUsed(key)) {
            storage.delete(key);
            media.forget(key);
        }
    }
}
