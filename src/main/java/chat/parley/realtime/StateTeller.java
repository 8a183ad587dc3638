package chat.parley.realtime;

import java.util.Set;

/**
 * Tells the connections of this node how things stand. It reads that anew, and for one thing after the other: so what
 * clients heard last is how it is, in whatever order the changes were made and the nodes heard of them.
 */
public interface StateTeller {
    /** The kinds of subjects it knows. */
    Set<String> kinds();

    /** Reads and tells; may block. */
    void tell(StateChange change);
}
