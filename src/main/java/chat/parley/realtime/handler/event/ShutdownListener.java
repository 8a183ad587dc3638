package chat.parley.realtime.handler.event;

import chat.parley.realtime.service.DrainService;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says goodbye to the clients before the server stops. */
@ApplicationScoped
class ShutdownListener {
    private final DrainService drain;

    ShutdownListener(DrainService drain) {
        this.drain = drain;
    }

    // When ShutdownEvent comes, the HTTP server has closed all sockets already.
    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        drain.drain();
    }
}
