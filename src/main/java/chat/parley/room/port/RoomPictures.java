package chat.parley.room.port;

import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.Set;

/** Which images rooms show. */
public interface RoomPictures {
    /** Whether it is the picture of a room that this user is in, or may enter. */
    boolean isSeenBy(UserId reader, long image);

    /** Those of the images that some room shows. One query. */
    Set<Long> inUse(Collection<Long> images);
}
