package chat.parley.media.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaError;
import chat.parley.media.model.Blob;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaConfig;
import chat.parley.media.port.MediaRepository;
import chat.parley.media.port.MediaStorage;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.id.Creation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores bytes and what is known of them. */
@ApplicationScoped
public class StoreMediaService {
    private final MediaRepository media;
    private final MediaStorage storage;
    private final MediaConfig config;
    private final Clock clock;

    StoreMediaService(MediaRepository media, MediaStorage storage, MediaConfig config, Clock clock) {
        this.media = media;
        this.storage = storage;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public long usage(UserId owner) {
        return media.usage(owner);
    }

    /** The upload that was handed in under this key, if it is still there. */
    @Transactional
    Optional<MediaItem> find(UserId owner, UUID clientId) {
        return media.find(owner, clientId);
    }

    /**
     * The slow part, moving the bytes, comes before the transaction. They are known before they are there: what is then
     * used by nobody, because the quota or the server ended or the same request was quicker, is found and removed.
     */
    Creation<MediaItem> store(MediaItem item, Path content, @Nullable Path thumbnail) throws IOException {
        Map<Blob, Path> files =
                new TreeMap<>(Comparator.comparing((Blob blob) -> blob.key().hex()));
        files.put(item.content(), content);
        if (item.thumbnail() != null && thumbnail != null) {
            files.put(item.thumbnail(), thumbnail);
        }
        announce(files.keySet());
        putMissing(files);
        return note(item, files);
    }

    @Transactional
    void announce(Set<Blob> blobs) {
        Instant now = clock.instant();
        blobs.forEach(blob -> media.lock(blob, now));
    }

    /** Whoever removed the same bytes meanwhile has done so before this gets their lock; then they are stored again. */
    @Transactional(rollbackOn = IOException.class)
    Creation<MediaItem> note(MediaItem item, Map<Blob, Path> files) throws IOException {
        if (!media.take(item.owner(), item.bytes(), config.quotaBytesPerUser())) {
            throw ParleyException.of(MediaError.QUOTA_EXCEEDED);
        }
        Optional<MediaItem> known =
                item.clientId() == null ? Optional.empty() : media.find(item.owner(), item.clientId());
        if (known.isPresent()) {
            media.giveBack(item.owner(), item.bytes());
            return new Creation<>(known.get(), true);
        }
        Instant now = clock.instant();
        for (Blob blob : files.keySet()) {
            media.lock(blob, now);
        }
        putMissing(files);
        media.add(item);
        return new Creation<>(item, false);
    }

    private void putMissing(Map<Blob, Path> files) throws IOException {
        for (var file : files.entrySet()) {
            if (!storage.has(file.getKey())) {
                storage.put(file.getKey().key(), file.getValue());
            }
        }
    }
}
