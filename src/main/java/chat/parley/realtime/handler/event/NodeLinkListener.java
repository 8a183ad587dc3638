package chat.parley.realtime.handler.event;

import chat.parley.realtime.service.catchup.NodeLinkService;
import chat.parley.realtime.service.presence.PresenceService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Listens to the other nodes for as long as this one has clients. */
@ApplicationScoped
class NodeLinkListener {
    private static final int AFTER_THE_CLIENTS_LEFT = 10_000;

    private final NodeLinkService link;
    private final PresenceService presence;

    NodeLinkListener(NodeLinkService link, PresenceService presence) {
        this.link = link;
        this.presence = presence;
    }

    void starting(@Observes StartupEvent event) {
        link.start();
    }

    void stopping(@Observes @Priority(AFTER_THE_CLIENTS_LEFT) ShutdownEvent event) {
        presence.leave();
        link.stop();
    }
}
