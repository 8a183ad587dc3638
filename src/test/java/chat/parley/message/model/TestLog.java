package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** A room's log as the database would hold it: every message as it stands now. */
public final class TestLog {
    private final RoomId roomId;
    private final TreeMap<Long, Message> bySeq = new TreeMap<>();
    private long lastRev;

    public TestLog(long roomId) {
        this.roomId = new RoomId(roomId);
    }

    public synchronized Message send(long author) {
        long seq = bySeq.size() + 1L;
        Message message = new Message(
                roomId,
                seq,
                ++lastRev,
                new UserId(author),
                ContentType.TEXT,
                "message " + seq,
                null,
                null,
                null,
                UUID.randomUUID(),
                Instant.EPOCH,
                // every third message calls the first two people
                seq % 3 == 0 ? Mentions.of(List.of(new UserId(1), new UserId(2)), false) : null);
        bySeq.put(seq, message);
        return message;
    }

    public synchronized Message recall(long seq) {
        Message tombstone = bySeq.get(seq).recalled(++lastRev, new Recall(new UserId(1), Instant.EPOCH));
        bySeq.put(seq, tombstone);
        return tombstone;
    }

    public synchronized long lastSeq() {
        return bySeq.size();
    }

    public synchronized long lastRev() {
        return lastRev;
    }

    public synchronized Message at(long seq) {
        return bySeq.get(seq);
    }

    /** By rev. */
    public synchronized List<Message> changedSince(long rev) {
        return bySeq.values().stream()
                .filter(message -> message.rev() > rev)
                .sorted(Comparator.comparingLong(Message::rev))
                .toList();
    }

    public synchronized List<Message> newestChanges(long after, int limit) {
        List<Message> changed = changedSince(after);
        return changed.subList(Math.max(0, changed.size() - limit), changed.size());
    }

    public synchronized MessagePage newest(int limit) {
        List<Message> all = new ArrayList<>(bySeq.values());
        int from = Math.max(0, all.size() - limit);
        return new MessagePage(all.subList(from, all.size()), from > 0);
    }

    public synchronized int unread(UserId reader, long readSeq, int limit) {
        return (int) Math.min(
                limit,
                bySeq.tailMap(readSeq, false).values().stream()
                        .filter(message -> message.isNewsTo(reader))
                        .count());
    }

    public synchronized int mentions(UserId reader, long readSeq, int limit) {
        return (int) Math.min(
                limit,
                bySeq.tailMap(readSeq, false).values().stream()
                        .filter(message -> message.calls(reader))
                        .count());
    }

    public synchronized Message react(long seq, long user) {
        Message m = bySeq.get(seq);
        Message reacted = new Message(
                m.roomId(),
                m.seq(),
                ++lastRev,
                m.userId(),
                m.contentType(),
                m.text(),
                m.media(),
                m.system(),
                m.recall(),
                m.replySeq(),
                m.clientId(),
                m.createdAt(),
                m.editedAt(),
                m.mentions(),
                List.of(new Reaction("👍", List.of(new UserId(user)))),
                m.pin());
        bySeq.put(seq, reacted);
        return reacted;
    }
}
