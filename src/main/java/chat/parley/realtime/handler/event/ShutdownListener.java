package chat.parley.realtime.handler.event;

import chat.parley.realtime.service.DrainService;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says goodbye to the clients before the server stops. */
@ApplicationScoped
class ShutdownListener {
    private final DrainService drain;

    ShutdownListener(DrainService drain) {
        this.drain = drain;
    }

    void stopping(@Observes ShutdownEvent event) {
        drain.drain();
    }
}
