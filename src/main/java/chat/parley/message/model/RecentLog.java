package chat.parley.message.model;

import chat.parley.identity.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest part of one room's log: every message that changed after {@code floor}, as it stands at {@code rev}. It
 * knows what it does not know, and so never answers with a part of something. Immutable.
 */
public final class RecentLog {
    private static final int MAX_EARLY = 64;
    private static final long ENTRY_BYTES = 240;
    private static final long REACTION_BYTES = 96;
    private static final int USER_BYTES = 24;

    private final long floor;
    // Nothing at or below the floor is left in the database, so there is no use in asking it for more.
    private final boolean whole;
    private final long rev;
    private final long lastSeq;
    private final long bytes;

    // By rev; so are the early ones, which were committed behind some that have not come yet.
    private final List<Message> entries;
    private final List<Message> early;

    private RecentLog(long floor, boolean whole, long rev, List<Message> entries, List<Message> early) {
        this.floor = floor;
        this.whole = whole;
        this.rev = rev;
        this.entries = entries;
        this.early = early;
        long last = 0;
        long size = 0;
        for (Message message : entries) {
            last = Math.max(last, message.seq());
            size += bytes(message);
        }
        this.lastSeq = last;
        this.bytes = size + early.size() * ENTRY_BYTES;
    }

    /** All that changed after {@code floor} and up to {@code rev}, in the order of {@code rev}. */
    public static RecentLog of(long floor, long rev, List<Message> entries) {
        return new RecentLog(floor, false, rev, List.copyOf(entries), List.of());
    }

    /** The same, of a log in which nothing is left that did not change after {@code floor}. */
    public static RecentLog whole(long floor, long rev, List<Message> entries) {
        return new RecentLog(floor, true, rev, List.copyOf(entries), List.of());
    }

    /** What begins with these entries of one room. */
    public static RecentLog beginningWith(List<Message> messages, int max) {
        long floor = messages.getFirst().rev() - 1;
        return of(floor, floor, List.of()).plus(messages, max);
    }

    /** Everything up to and including this change is in here, as far down as it reaches. */
    public long rev() {
        return rev;
    }

    /** Roughly what it takes in memory. */
    public long bytes() {
        return bytes;
    }

    /** Whether {@link #since} can be answered: with what changed, or with the truth that it is too much, or gone. */
    public boolean reaches(long since, int max) {
        return floor <= since || entries.size() > max || whole;
    }

    /** What changed after {@code since}, which must be within {@link #reaches reach}. */
    public RoomDelta since(long since, int max) {
        int from = indexAfter(since);
        return floor > since || entries.size() - from > max
                ? new RoomDelta.Reset(rev)
                : new RoomDelta.Changes(entries.subList(from, entries.size()), rev);
    }

    /**
     * The newest messages of a room; empty if they are not all in here.
     *
     * @param firstSeq where the room's log starts
     * @param atLeast the number that its last message has at least
     */
    public Optional<MessagePage> newest(int limit, long firstSeq, long atLeast) {
        long last = Math.max(lastSeq, atLeast);
        int size = (int) Math.max(0, Math.min(limit, last - firstSeq + 1));
        @Nullable Message[] page = new Message[size];
        long before = last - size;
        int found = 0;
        for (Message message : entries) {
            if (message.seq() > before) {
                page[(int) (message.seq() - before - 1)] = message;
                found++;
            }
        }
        return found == size ? Optional.of(new MessagePage(List.of(page), before >= firstSeq)) : Optional.empty();
    }

    public Optional<Message> at(long seq) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).seq() == seq) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * How many messages behind {@code readSeq} and up to {@code upToSeq} count as unread for this reader, at most {@code
     * limit}; empty if it cannot be told from here.
     *
     * @param upToRev the change at which {@code upToSeq} was the last number
     */
    public OptionalInt unread(UserId reader, long readSeq, long upToSeq, long upToRev, int limit) {
        return count(readSeq, upToSeq, upToRev, limit, message -> message.isNewsTo(reader));
    }

    /**
     * How many of them call this reader; otherwise as {@link #unread}. Empty also when one calls everybody: only the
     * database knows whom a block keeps apart from its author.
     */
    public OptionalInt mentions(UserId reader, long readSeq, long upToSeq, long upToRev, int limit) {
        boolean everybody = entries.stream()
                .anyMatch(message -> message.seq() > readSeq
                        && message.seq() <= upToSeq
                        && message.mentions() != null
                        && message.mentions().all() != null);
        return everybody
                ? OptionalInt.empty()
                : count(readSeq, upToSeq, upToRev, limit, message -> message.calls(reader));
    }

    private OptionalInt count(long readSeq, long upToSeq, long upToRev, int limit, Predicate<Message> wanted) {
        int present = 0;
        int count = 0;
        for (Message message : entries) {
            if (message.seq() > readSeq && message.seq() <= upToSeq) {
                if (message.rev() > upToRev) {
                    return OptionalInt.empty();
                }
                present++;
                count += wanted.test(message) ? 1 : 0;
            }
        }
        boolean complete = present == upToSeq - readSeq;
        return complete || count >= limit ? OptionalInt.of(Math.min(count, limit)) : OptionalInt.empty();
    }

    /** With these as well, in whatever order and however often they come; keeps the newest {@code max}. */
    public RecentLog plus(List<Message> messages, int max) {
        List<Message> next = new ArrayList<>(entries);
        List<Message> later = new ArrayList<>(0);
        long top = rev;
        long last = lastSeq;
        for (Message message : inOrder(messages)) {
            if (contradicts(message)) {
                // The database went back behind what we know, and its numbers were given out anew.
                return beginningWith(List.of(message), max);
            }
            if (message.rev() == top + 1) {
                add(next, message, message.seq() <= last);
                last = Math.max(last, message.seq());
                top++;
            } else if (message.rev() > top) {
                later.add(message);
            }
        }
        if (later.size() > MAX_EARLY) {
            return beginningWith(later, max);
        }
        return cut(floor, whole, top, next, later, max);
    }

    private List<Message> inOrder(List<Message> messages) {
        if (early.isEmpty()) {
            return messages;
        }
        List<Message> all = new ArrayList<>(early);
        all.addAll(messages);
        all.sort(Comparator.comparingLong(Message::rev));
        return all;
    }

    private boolean contradicts(Message message) {
        if (message.rev() > rev || message.rev() <= floor) {
            return false;
        }
        int at = indexAfter(message.rev() - 1);
        return at < entries.size()
                && entries.get(at).rev() == message.rev()
                && !entries.get(at).equals(message);
    }

    private static void add(List<Message> entries, Message message, boolean isChange) {
        if (isChange) {
            entries.removeIf(entry -> entry.seq() == message.seq());
        }
        entries.add(message);
    }

    /** What both know together. Where there is a gap between them, the newer one alone. */
    public RecentLog merge(RecentLog other, int max) {
        RecentLog newer = other.rev > rev ? other : this;
        RecentLog older = newer == this ? other : this;
        if (older.rev < newer.floor) {
            return newer;
        }
        Map<Long, Message> bySeq = new HashMap<>();
        older.entries.forEach(message -> bySeq.put(message.seq(), message));
        newer.entries.forEach(message -> bySeq.put(message.seq(), message));
        List<Message> both = new ArrayList<>(bySeq.values());
        both.sort(Comparator.comparingLong(Message::rev));
        List<Message> waiting = new ArrayList<>(older.early);
        waiting.addAll(newer.early);
        RecentLog deeper = older.floor <= newer.floor ? older : newer;
        return cut(deeper.floor, deeper.whole, newer.rev, both, List.of(), max)
                .plus(
                        waiting.stream()
                                .sorted(Comparator.comparingLong(Message::rev))
                                .toList(),
                        max);
    }

    private static RecentLog cut(
            long floor, boolean whole, long rev, List<Message> entries, List<Message> early, int max) {
        int over = entries.size() - max;
        return over <= 0
                ? new RecentLog(floor, whole, rev, List.copyOf(entries), List.copyOf(early))
                : new RecentLog(
                        Math.max(floor, entries.get(over - 1).rev()),
                        false,
                        rev,
                        List.copyOf(entries.subList(over, entries.size())),
                        List.copyOf(early));
    }

    /** Index of the first entry with a later rev. */
    private int indexAfter(long since) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).rev() > since) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long bytes(Message message) {
        String text = message.text();
        long size = ENTRY_BYTES + (text == null ? 0 : 2L * text.length());
        for (Reaction reaction : message.reactions()) {
            size += REACTION_BYTES + (long) USER_BYTES * reaction.userIds().size();
        }
        return size;
    }
}
