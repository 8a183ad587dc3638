package chat.parley.message.port;

import chat.parley.media.MediaId;
import chat.parley.room.RoomId;
import java.util.Collection;
import java.util.Set;

/** Where files were posted. */
public interface PostedMediaQueries {
    /** The rooms that have a message with this file. */
    Set<RoomId> roomsOf(MediaId id);

    /** Those of the files that some message has. One query. */
    Set<MediaId> posted(Collection<MediaId> ids);
}
