package chat.parley.identity;

import java.util.Collection;
import java.util.Set;

/** Which sessions are alive, for those who serve them. */
public interface Sessions {
    /** Those of the sessions that are over, or whose account is disabled. One query. */
    Set<SessionId> over(Collection<SessionId> sessions);

    /** The session was ended on another node: its access tokens are refused here from now on. */
    void ended(SessionId session);
}
