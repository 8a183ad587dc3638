package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What a message is, short enough to keep many of them: the number of its latest change and a digest of its content. */
public record Row(long rev, long digest) {
    static Row from(JsonNode message) {
        return of(
                message.get("rev").asLong(),
                message.get("contentType").asText(),
                message.get("userId").asText(),
                message.path("text").asText(""),
                message.path("replySeq").asLong());
    }

    /** From the single columns. */
    public static Row of(long rev, String contentType, String userId, String text, long replySeq) {
        long digest = digest(digest(digest(0, contentType), userId), text);
        return new Row(rev, digest * 31 + replySeq);
    }

    private static long digest(long start, String text) {
        long digest = start;
        for (int i = 0; i < text.length(); i++) {
            digest = (digest ^ text.charAt(i)) * 0x100000001b3L;
        }
        return digest * 31 + text.length();
    }
}
