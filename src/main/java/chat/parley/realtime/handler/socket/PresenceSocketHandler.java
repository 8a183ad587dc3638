package chat.parley.realtime.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.service.presence.PresenceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Lets a client watch who is there. */
@ApplicationScoped
class PresenceSocketHandler implements SocketHandler {
    static final String ROUTE = "presence.watch";
    private static final int MAX_WATCHED = 500;

    private final PresenceService presence;

    PresenceSocketHandler(PresenceService presence) {
        this.presence = presence;
    }

    private record WatchPayload(
            @NotNull @Size(max = MAX_WATCHED) Set<@NotNull UserId> userIds) {}

    @Override
    public void register(SocketRoutes routes) {
        routes.request(ROUTE, WatchPayload.class, this::watch);
    }

    private Object watch(SocketSession session, WatchPayload payload) {
        return presence.watch(session, payload.userIds());
    }
}
