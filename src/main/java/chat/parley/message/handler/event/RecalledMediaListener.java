package chat.parley.message.handler.event;

import chat.parley.media.Attachment;
import chat.parley.media.MediaLibrary;
import chat.parley.message.model.MessageRecalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** What is recalled takes its file along, unless that is needed elsewhere. */
@ApplicationScoped
class RecalledMediaListener {
    private final MediaLibrary media;

    RecalledMediaListener(MediaLibrary media) {
        this.media = media;
    }

    void recalled(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageRecalled event) {
        Attachment file = event.former().media();
        if (file != null) {
            media.release(file.id());
        }
    }
}
