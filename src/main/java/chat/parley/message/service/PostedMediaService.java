package chat.parley.message.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.message.port.PostedMediaQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;

/** Files in messages are for the members of the rooms in which they were posted. */
@ApplicationScoped
class PostedMediaService implements MediaUses {
    private final PostedMediaQueries posted;
    private final RoomAccess rooms;

    PostedMediaService(PostedMediaQueries posted, RoomAccess rooms) {
        this.posted = posted;
        this.rooms = rooms;
    }

    @Override
    public boolean isVisible(UserId reader, MediaId id) {
        Set<RoomId> places = posted.roomsOf(id);
        return !places.isEmpty() && !rooms.memberships(reader, places).isEmpty();
    }

    @Override
    public Set<MediaId> inUse(Collection<MediaId> ids) {
        return posted.posted(ids);
    }
}
