package chat.parley.realtime.model.presence;

import chat.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Who is where, on all nodes, and what was told of it. Only what changed since the last look costs anything. A user who
 * is gone everywhere counts as there for a short grace, so that a reconnect does not blink. Not thread-safe.
 */
public final class PresenceBoard {
    private final Duration grace;
    private final Duration nodeTimeout;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<UserId, PresenceState> told = new HashMap<>();
    private final Map<UserId, Instant> goneSince = new HashMap<>();
    private final Set<UserId> touched = new HashSet<>();

    /**
     * An empty board.
     *
     * @param nodeTimeout a node that says nothing for so long is dead, and its users are gone
     */
    public PresenceBoard(Duration grace, Duration nodeTimeout) {
        this.grace = grace;
        this.nodeTimeout = nodeTimeout;
    }

    private static final class Node {
        private Map<UserId, PresenceState> users = new HashMap<>();
        private Instant heardAt = Instant.MIN;
    }

    /** Everybody who is on a node. */
    public void replace(long node, Map<UserId, PresenceState> users, Instant now) {
        Node known = nodes.computeIfAbsent(node, id -> new Node());
        known.heardAt = now;
        known.users.forEach((user, state) -> {
            if (users.get(user) != state) {
                touched.add(user);
            }
        });
        users.forEach((user, state) -> {
            if (known.users.get(user) != state) {
                touched.add(user);
            }
        });
        known.users = new HashMap<>(users);
    }

    /** What changed on a node. */
    public void update(long node, Map<UserId, PresenceState> changes, Instant now) {
        Node known = nodes.computeIfAbsent(node, id -> new Node());
        known.heardAt = now;
        changes.forEach((user, state) -> {
            touched.add(user);
            if (state == PresenceState.OFFLINE) {
                known.users.remove(user);
            } else {
                known.users.put(user, state);
            }
        });
    }

    /** Forgets nodes that fell silent. */
    public void expire(Instant now) {
        for (Iterator<Node> all = nodes.values().iterator(); all.hasNext(); ) {
            Node node = all.next();
            if (node.heardAt.plus(nodeTimeout).isBefore(now)) {
                touched.addAll(node.users.keySet());
                all.remove();
            }
        }
    }

    /** What is to be told since the last call. */
    public Map<UserId, PresenceState> changes(Instant now) {
        Map<UserId, PresenceState> changes = new HashMap<>();
        Set<UserId> looked = new HashSet<>(touched);
        looked.addAll(goneSince.keySet());
        touched.clear();
        for (UserId user : looked) {
            PresenceState present = present(user);
            if (present == PresenceState.OFFLINE && !isGone(user, now)) {
                continue;
            }
            goneSince.remove(user);
            if (present != state(user)) {
                remember(user, present);
                changes.put(user, present);
            }
        }
        return changes;
    }

    private PresenceState present(UserId user) {
        PresenceState best = PresenceState.OFFLINE;
        for (Node node : nodes.values()) {
            best = best.or(node.users.getOrDefault(user, PresenceState.OFFLINE));
        }
        return best;
    }

    private boolean isGone(UserId user, Instant now) {
        if (state(user) == PresenceState.OFFLINE) {
            return true;
        }
        Instant since = goneSince.computeIfAbsent(user, gone -> now);
        return !since.plus(grace).isAfter(now);
    }

    private void remember(UserId user, PresenceState state) {
        if (state == PresenceState.OFFLINE) {
            told.remove(user);
        } else {
            told.put(user, state);
        }
    }

    /** As it was told last. */
    public PresenceState state(UserId user) {
        return told.getOrDefault(user, PresenceState.OFFLINE);
    }
}
