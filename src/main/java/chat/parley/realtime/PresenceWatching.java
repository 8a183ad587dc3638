package chat.parley.realtime;

import chat.parley.identity.UserId;

/** Who is told whether somebody is there. */
public interface PresenceWatching {
    /** Neither is told of the other any more, on any node: to each, the other went. Watching anew asks anew. */
    void part(UserId one, UserId other);
}
