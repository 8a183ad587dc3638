package chat.parley.media.handler.event;

import chat.parley.identity.PictureChosen;
import chat.parley.media.MediaId;
import chat.parley.media.MediaLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Profile pictures are images that their people uploaded. */
@ApplicationScoped
class PictureListener {
    private final MediaLibrary media;

    PictureListener(MediaLibrary media) {
        this.media = media;
    }

    void chosen(@Observes PictureChosen event) {
        media.requireOwnImage(event.user(), MediaId.parse(event.image()));
    }
}
