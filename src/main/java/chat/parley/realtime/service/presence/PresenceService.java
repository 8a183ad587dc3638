package chat.parley.realtime.service.presence;

import chat.parley.identity.UserId;
import chat.parley.realtime.PresenceVisibility;
import chat.parley.realtime.PresenceWatching;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.node.NodeMessage.Parted;
import chat.parley.realtime.model.node.NodeMessage.PresenceTold;
import chat.parley.realtime.model.presence.PresenceBoard;
import chat.parley.realtime.model.presence.PresenceState;
import chat.parley.realtime.model.presence.PresenceWatchers;
import chat.parley.realtime.port.PresenceConfig;
import chat.parley.realtime.service.ConnectionRegistry;
import chat.parley.realtime.service.DirectDelivery;
import chat.parley.realtime.service.node.NodeBus;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is there. Everybody's coming and going could concern everybody, so nothing is told as it happens: once a second
 * the differences are merged, and each connection gets those it watches, in one push.
 */
@ApplicationScoped
public class PresenceService implements PresenceWatching {
    private final ConnectionRegistry connections;
    private final List<PresenceVisibility> visibilities;
    private final DirectDelivery delivery;
    private final NodeBus nodes;
    private final PresenceConfig config;
    private final Clock clock;
    private final LocalPresence local;
    private final PresenceBoard board;
    private final PresenceWatchers watchers = new PresenceWatchers();
    private long partings;
    private Instant repeatedAt = Instant.MIN;

    PresenceService(
            ConnectionRegistry connections,
            @All List<PresenceVisibility> visibilities,
            DirectDelivery delivery,
            NodeBus nodes,
            PresenceConfig config,
            Clock clock) {
        this.connections = connections;
        this.visibilities = visibilities;
        this.delivery = delivery;
        this.nodes = nodes;
        this.config = config;
        this.clock = clock;
        this.local = new LocalPresence(connections, config.awayAfter());
        this.board = new PresenceBoard(config.grace(), config.nodeTimeout());
    }

    /** The user did something on this connection. */
    public void active(SocketSession session) {
        Connection connection = connections.find(session.connectionId());
        if (connection != null) {
            connection.activeAt(clock.instant());
            local.stirred(session.userId());
        }
    }

    /**
     * From here the connection is told when the state of these users changes, and not of others.
     *
     * @return their present states; those whom the watcher may not see are offline
     */
    public Map<UserId, PresenceState> watch(SocketSession watcher, Collection<UserId> users) {
        while (true) {
            long before = partings();
            Set<UserId> visible = visible(watcher.userId(), users);
            synchronized (this) {
                // Whom a block parted since they were looked up would be watched after all.
                if (before == partings) {
                    return watchThese(watcher, visible, users);
                }
            }
        }
    }

    private synchronized long partings() {
        return partings;
    }

    private Map<UserId, PresenceState> watchThese(
            SocketSession watcher, Set<UserId> visible, Collection<UserId> users) {
        Connection connection = connections.find(watcher.connectionId());
        if (connection != null) {
            watchers.watch(connection, visible);
        }
        Map<UserId, PresenceState> states = new LinkedHashMap<>();
        users.forEach(user -> states.put(user, visible.contains(user) ? board.state(user) : PresenceState.OFFLINE));
        return states;
    }

    /** Those of the users whose presence this one may see; themselves always. */
    Set<UserId> visible(UserId watcher, Collection<UserId> users) {
        Set<UserId> visible = new HashSet<>();
        visibilities.forEach(feature -> visible.addAll(feature.visible(watcher, users)));
        visibilities.forEach(feature -> visible.removeAll(feature.hidden(watcher, visible)));
        if (users.contains(watcher)) {
            visible.add(watcher);
        }
        return visible;
    }

    @Override
    public void part(UserId one, UserId other) {
        nodes.tell(new Parted(one, other));
        partHere(one, other);
    }

    /** The connections of this node. */
    public void partHere(UserId one, UserId other) {
        Map<Connection, Map<UserId, PresenceState>> gone = new HashMap<>();
        synchronized (this) {
            partings++;
            part(connections.of(one), other, gone);
            part(connections.of(other), one, gone);
        }
        delivery.toEach("presence.changed", gone, PresenceChangedPush::new);
    }

    private void part(Set<Connection> from, UserId user, Map<Connection, Map<UserId, PresenceState>> gone) {
        from.stream()
                .filter(connection -> watchers.unwatch(connection, user))
                .forEach(connection -> gone.put(connection, Map.of(user, PresenceState.OFFLINE)));
    }

    /** Once a second: looks who is here, and tells who changed. */
    public void tick() {
        Instant now = clock.instant();
        delivery.toEach("presence.changed", merged(now), PresenceChangedPush::new);
    }

    private record PresenceChangedPush(Map<UserId, PresenceState> users) {}

    private synchronized Map<Connection, Map<UserId, PresenceState>> merged(Instant now) {
        Set<UserId> moved = connections.takeMoved();
        Map<UserId, PresenceState> changes = local.changes(moved, now);
        tellNodes(changes, now);
        board.update(nodes.id(), changes, now);
        board.expire(now);
        if (!moved.isEmpty()) {
            watchers.forgetClosed();
        }
        return watchers.batches(board.changes(now));
    }

    private void tellNodes(Map<UserId, PresenceState> changes, Instant now) {
        if (!nodes.hasPeers()) {
            return;
        }
        if (!repeatedAt.plus(config.repeat()).isAfter(now)) {
            repeatedAt = now;
            nodes.tellOnce(new PresenceTold(true, local.everybody()));
        } else if (!changes.isEmpty()) {
            nodes.tellOnce(new PresenceTold(false, changes));
        }
    }

    /** What another node told. */
    public synchronized void told(long node, PresenceTold message) {
        Instant now = clock.instant();
        if (message.complete()) {
            board.replace(node, message.users(), now);
        } else {
            board.update(node, new HashMap<>(message.users()), now);
        }
    }

    /** This node has no clients any more; the others need not wait for its silence. */
    public void leave() {
        nodes.tellOnce(new PresenceTold(true, Map.of()));
    }
}
