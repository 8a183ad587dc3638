package chat.parley.media.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.media.model.Blob;
import chat.parley.media.model.ByteRange;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaRepository;
import chat.parley.media.port.MediaStorage;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Hands uploads out to those who may see them: their owner, and whoever sees a use of them. */
@ApplicationScoped
public class OpenMediaService {
    private final MediaRepository media;
    private final MediaStorage storage;
    private final List<MediaUses> uses;

    OpenMediaService(MediaRepository media, MediaStorage storage, @All List<MediaUses> uses) {
        this.media = media;
        this.storage = storage;
        this.uses = uses;
    }

    /** To everybody else, the upload does not exist. */
    @Transactional
    public MediaItem find(UserId reader, MediaId id) {
        return media.find(id)
                .filter(item -> item.owner().equals(reader) || uses.stream().anyMatch(use -> use.isVisible(reader, id)))
                .orElseThrow(() -> ParleyException.of(MediaError.NOT_FOUND));
    }

    public InputStream open(Blob blob, ByteRange range) {
        try {
            return storage.open(blob.key(), range.first(), range.length());
        } catch (NoSuchFileException e) {
            // Recalled since it was found.
            throw ParleyException.of(MediaError.NOT_FOUND);
        } catch (IOException e) {
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }
}
