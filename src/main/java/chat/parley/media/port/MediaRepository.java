package chat.parley.media.port;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.model.MediaItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which uploads there are. All of it joins the caller's transaction. */
public interface MediaRepository {
    /** Notes that these bytes are about to be used, and keeps others from adding or removing uses of them. */
    void lock(Blob blob, Instant now);

    /** Takes the lock if there are such bytes; false if there are none. */
    boolean lockIfKnown(BlobKey key);

    /** Whether an upload has these bytes as content or thumbnail. Under {@link #lockIfKnown}. */
    boolean isUsed(BlobKey key);

    /** Under {@link #lockIfKnown}. */
    void forget(BlobKey key);

    void add(MediaItem item);

    Optional<MediaItem> find(MediaId id);

    /** What its owner handed in under this key. */
    Optional<MediaItem> find(UserId owner, UUID clientId);

    /** Keeps the upload from being posted until the transaction ends. */
    Optional<MediaItem> findLocked(MediaId id);

    void remove(MediaItem item);

    /**
     * Adds to what somebody's uploads take, unless it would become more than the quota. The owner's uploads wait for each
     * other from here to the end of the transaction.
     */
    boolean take(UserId owner, long bytes, long quota);

    void giveBack(UserId owner, long bytes);

    long usage(UserId owner);

    /** Uploads that are older than that, by id, behind the given one. */
    List<MediaId> olderThan(Instant time, MediaId after, int limit);

    /** Bytes noted before that time that no upload has; by key. */
    List<BlobKey> unused(Instant before, int limit);
}
