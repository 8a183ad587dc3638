package chat.parley.audit;

import chat.parley.audit.client.Row;
import java.util.Map;
import java.util.NavigableMap;
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
            long seq, long rev, String userId, String contentType, String text, long replySeq, String clientId) {
        Row row() {
            return Row.of(rev, contentType, userId, text, replySeq);
        }

        boolean isRecalled() {
            return contentType.equals("RECALLED");
        }
    }
}
