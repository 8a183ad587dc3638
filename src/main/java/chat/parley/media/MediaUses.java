package chat.parley.media;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Set;

/**
 * What another feature does with uploads. Whoever uses one decides who may see it, and keeps it from being cleaned
 * away.
 */
public interface MediaUses {
    /** Whether this user sees the upload somewhere in this feature. */
    boolean isVisible(UserId reader, MediaId id);

    /** Those of the uploads that this feature needs. One query. */
    Set<MediaId> inUse(Collection<MediaId> ids);
}
