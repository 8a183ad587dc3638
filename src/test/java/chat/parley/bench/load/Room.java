package chat.parley.bench.load;

import java.util.ArrayList;
import java.util.List;

/** A room as the generator sees it: who listens, and how far its log must have grown. */
public final class Room {
    private final long id;
    private final List<ChatClient> listeners = new ArrayList<>();
    private long written;

    public Room(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public List<ChatClient> listeners() {
        return listeners;
    }

    /** One more message is on its way; its number, counted from 1. */
    public long write() {
        return ++written;
    }

    public long written() {
        return written;
    }
}
