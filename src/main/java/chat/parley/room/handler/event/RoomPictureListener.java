package chat.parley.room.handler.event;

import chat.parley.media.MediaId;
import chat.parley.media.MediaLibrary;
import chat.parley.room.RoomEvent.RoomChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A room's picture is an image that was uploaded by who sets it. Refusing it undoes the change. */
@ApplicationScoped
class RoomPictureListener {
    private final MediaLibrary media;

    RoomPictureListener(MediaLibrary media) {
        this.media = media;
    }

    void changed(@Observes RoomChanged event) {
        String image = event.image();
        if (image != null && !image.isEmpty()) {
            media.requireOwnImage(event.actor(), MediaId.parse(image));
        }
    }
}
