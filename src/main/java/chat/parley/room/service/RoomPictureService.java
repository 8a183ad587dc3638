package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.room.port.RoomPictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Pictures of rooms are for those who are in them, or may enter. */
@ApplicationScoped
class RoomPictureService implements MediaUses {
    private final RoomPictures pictures;

    RoomPictureService(RoomPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public boolean isVisible(UserId reader, MediaId id) {
        return pictures.isSeenBy(reader, id.value());
    }

    @Override
    public Set<MediaId> inUse(Collection<MediaId> ids) {
        return pictures.inUse(ids.stream().map(MediaId::value).toList()).stream()
                .map(MediaId::new)
                .collect(Collectors.toSet());
    }
}
