package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a message is, short enough to keep many of them: the number of its latest change and a digest of its content. */
public record Row(long rev, long digest) {
    static Row from(JsonNode message) {
        return of(
                message.get("rev").asLong(),
                message.get("contentType").asText(),
                message.get("userId").asText(),
                message.path("text").asText(""),
                message.path("replySeq").asLong(),
                reactions(message));
    }

    private static SortedSet<String> reactions(JsonNode message) {
        SortedSet<String> reactions = new TreeSet<>();
        for (JsonNode reaction : message.path("reactions")) {
            String emoji = reaction.get("emoji").asText();
            reaction.get("userIds").forEach(user -> reactions.add(reaction(emoji, user.asText())));
        }
        return reactions;
    }

    /** One reaction of somebody, as {@link #of} takes it. */
    public static String reaction(String emoji, String userId) {
        return emoji + userId;
    }

    /** From the single columns. */
    public static Row of(
            long rev, String contentType, String userId, String text, long replySeq, SortedSet<String> reactions) {
        long digest = digest(digest(digest(digest(0, contentType), userId), text), String.join(" ", reactions));
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
