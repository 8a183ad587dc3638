package chat.parley.realtime;

import chat.parley.identity.UserId;
import java.util.Set;

/**
 * A feature's part in opening a session. The connection is subscribed to all {@link #topics} and holds back what
 * arrives on them; only then {@link #contribute} reads the state for the answer; then what the answer does not cover
 * is released. So nothing falls between reading and listening.
 */
public interface SessionContributor {
    default Set<Topic> topics(UserId user) {
        return Set.of();
    }

    void contribute(SessionOpening opening, SessionAnswer answer);
}
