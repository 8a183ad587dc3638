package chat.parley.realtime;

/** Has told, on every node, how things stand that have no numbered changes. */
public interface StateNews {
    /**
     * Calls the subject's {@link StateTeller} on each node. On this one it has returned when this call does; a node that
     * is cut off does it when it is back.
     */
    void changed(StateChange change);
}
