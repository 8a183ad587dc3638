package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A room as one client has it: everything up to {@code rev}, without a gap. What comes early waits until the room has
 * said what lies in between.
 */
public final class RoomCopy {
    private final String id;
    private final Consumer<String> complaints;
    private final NavigableMap<Long, Row> messages = new TreeMap<>();
    private final NavigableMap<Long, JsonNode> early = new TreeMap<>();
    private String name = "";
    private int memberCount;
    private long headRev = -1;
    private volatile long readSeq;
    private long floor;
    private volatile long rev = -1;
    private boolean asking;
    private boolean reset;

    RoomCopy(String id, Consumer<String> complaints) {
        this.id = id;
        this.complaints = complaints;
    }

    /** What the client has to do now. */
    enum Need {
        NOTHING,
        SYNC,
        OPEN
    }

    public String id() {
        return id;
    }

    /** The last change up to which nothing is missing; -1 before the room was opened. */
    public long rev() {
        return rev;
    }

    public boolean isOpen() {
        return rev >= 0;
    }

    public String name() {
        return name;
    }

    public int memberCount() {
        return memberCount;
    }

    public long readSeq() {
        return readSeq;
    }

    /** Messages up to this one were never loaded. */
    public long floor() {
        return floor;
    }

    public NavigableMap<Long, Row> messages() {
        return messages;
    }

    /** The newest message it has. */
    public long lastSeq() {
        return messages.isEmpty() ? floor : messages.lastKey();
    }

    /** Takes the room's head from a list, an answer or a push, unless a newer one is known. */
    void head(JsonNode room) {
        long at = room.get("lastRev").asLong();
        if (at >= headRev) {
            headRev = at;
            name = room.path("name").asText("");
            memberCount = room.get("memberCount").asInt();
        }
        read(room.path("readSeq").asLong());
    }

    void memberCount(int count) {
        memberCount = count;
    }

    void read(long seq) {
        readSeq = Math.max(readSeq, seq);
    }

    /** A {@code room.message} push. */
    Need push(JsonNode message) {
        long pushed = message.get("rev").asLong();
        if (pushed <= rev) {
            keep(message);
            return Need.NOTHING;
        }
        early.put(pushed, message);
        return asking ? Need.NOTHING : drain();
    }

    /** The answer to {@code room.open}: the newest page, and everything else forgotten. */
    Need opened(JsonNode answer) {
        asking = false;
        messages.clear();
        head(answer.get("room"));
        answer.get("messages").forEach(this::keep);
        floor = answer.get("hasMore").asBoolean() ? messages.firstKey() - 1 : 0;
        rev = answer.get("rev").asLong();
        return drain();
    }

    /** The answer to {@code room.sync}, or this room's part of the one to {@code session.open}. */
    Need synced(JsonNode delta) {
        asking = false;
        if (delta.path("reset").asBoolean()) {
            rev = -1;
            reset = true;
            return Need.OPEN;
        }
        long upTo = delta.get("rev").asLong();
        long previous = rev;
        for (JsonNode message : delta.get("messages")) {
            long at = message.get("rev").asLong();
            if (at <= previous || at > upTo) {
                complaints.accept("room " + id + ": a sync after " + rev + " up to " + upTo + " has rev " + at
                        + " behind " + previous);
            }
            previous = at;
            keep(message);
        }
        if (upTo < rev) {
            complaints.accept("room " + id + ": a sync after " + rev + " goes up to " + upTo);
        }
        rev = upTo;
        return drain();
    }

    /** A question about this room is under way; pushes wait for its answer. */
    void asking() {
        asking = true;
    }

    /** Whether it was ever told to start over. */
    boolean wasReset() {
        return reset;
    }

    boolean isAsking() {
        return asking;
    }

    /** The connection ended, and with it whatever was asked. Early pushes are covered by the next sync. */
    void lost() {
        asking = false;
        early.clear();
    }

    private Need drain() {
        if (!isOpen()) {
            return Need.OPEN;
        }
        early.headMap(rev, true).clear();
        for (Map.Entry<Long, JsonNode> next = early.firstEntry();
                next != null && next.getKey() == rev + 1;
                next = early.firstEntry()) {
            keep(next.getValue());
            rev++;
            early.pollFirstEntry();
        }
        return early.isEmpty() ? Need.NOTHING : Need.SYNC;
    }

    private void keep(JsonNode message) {
        Row row = Row.from(message);
        if (message.get("seq").asLong() <= floor && rev >= 0) {
            return;
        }
        messages.merge(message.get("seq").asLong(), row, (known, other) -> known.rev() > other.rev() ? known : other);
        JsonNode notice = message.path("system");
        if (notice.has("name") && row.rev() > headRev) {
            headRev = row.rev();
            name = notice.get("name").asText();
        }
    }
}
