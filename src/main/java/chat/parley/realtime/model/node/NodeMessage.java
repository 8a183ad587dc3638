package chat.parley.realtime.model.node;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import chat.parley.realtime.StateChange;
import chat.parley.realtime.Topic;
import chat.parley.realtime.model.Publication;
import chat.parley.realtime.model.presence.PresenceState;
import java.util.List;
import java.util.Map;

/** What one node tells the others. */
public sealed interface NodeMessage {
    /** A push for whoever listens there. */
    record Published(Publication publication) implements NodeMessage {}

    /** Whether these users belong to the topic has to be looked up again, where they are connected. */
    record Settle(Topic topic, List<UserId> users) implements NodeMessage {
        public Settle {
            users = List.copyOf(users);
        }
    }

    /** The topic no longer exists. */
    record TopicEnded(Topic topic) implements NodeMessage {}

    /** How something stands has to be looked up again and told, by each node to its connections. */
    record StateChanged(StateChange change) implements NodeMessage {}

    record SessionEnded(UserId user, SessionId session) implements NodeMessage {}

    /** All sessions of the user are over. */
    record UserEnded(UserId user) implements NodeMessage {}

    /** Neither of the two may see any more whether the other is there. */
    record Parted(UserId one, UserId other) implements NodeMessage {}

    /**
     * Who is connected to the sender.
     *
     * @param complete these and nobody else; otherwise what changed
     */
    record PresenceTold(boolean complete, Map<UserId, PresenceState> users) implements NodeMessage {
        public PresenceTold {
            users = Map.copyOf(users);
        }
    }

    /**
     * The sender was cut off and is back: it missed what the others said, and they what it said.
     *
     * @param sinceMillis how long ago the bus was surely in order
     */
    record Returned(long sinceMillis) implements NodeMessage {}

    /**
     * What the sender said lately and the receiver may have missed, in order, as it was said.
     *
     * @param to the node it is for; {@link #EVERYBODY}
     * @param complete false if the sender no longer has all of it
     */
    record Replay(long to, boolean complete, List<byte[]> messages) implements NodeMessage {
        public static final long EVERYBODY = 0;

        public Replay {
            messages = List.copyOf(messages);
        }
    }
}
