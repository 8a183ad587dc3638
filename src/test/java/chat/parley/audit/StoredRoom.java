package chat.parley.audit;

import chat.parley.audit.client.Row;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A room as the database has it. */
record StoredRoom(
        String id,
        String name,
        int memberCount,
        long lastSeq,
        long lastRev,
        NavigableMap<Long, StoredMessage> messages,
        Map<String, Long> readSeqs) {

    StoredRoom(String id, String name, int memberCount, long lastSeq, long lastRev) {
        this(id, name, memberCount, lastSeq, lastRev, new TreeMap<>(), new TreeMap<>());
    }

    /** A message as the database has it; the texts are empty where it has none. */
    record StoredMessage(
            long seq,
            long rev,
            String userId,
            String contentType,
            String text,
            long replySeq,
            String clientId,
            int versions,
            SortedSet<String> reactions) {
        Row row() {
            return Row.of(rev, contentType, userId, text, replySeq, reactions);
        }

        /** How often it was changed, as far as the database can tell: a recall takes what was changed before with it. */
        long changes() {
            return versions + reactions.size() + (isRecalled() ? 1 : 0);
        }

        boolean isRecalled() {
            return contentType.equals("RECALLED");
        }
    }
}
