package chat.parley.message.model.search;

import chat.parley.identity.UserId;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.room.RoomId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param from the author
 * @param before messages up to, but not at this time
 * @param after messages from this time on
 */
public record SearchFilter(
        SearchText text,
        @Nullable RoomId roomId,
        @Nullable UserId from,
        @Nullable Instant before,
        @Nullable Instant after,
        Set<Has> has) {

    public SearchFilter {
        has = Set.copyOf(has);
        if (text.isAny() && roomId == null && from == null && before == null && after == null && has.isEmpty()) {
            throw SearchText.nothingAsked();
        }
    }

    /** Whether a message is what is asked for, rights aside. */
    public boolean matches(Message message) {
        String fileName = message.media() == null ? null : message.media().fileName();
        return (message.contentType() == ContentType.TEXT || message.contentType() == ContentType.MEDIA)
                && (from == null || from.equals(message.userId()))
                && (before == null || message.createdAt().isBefore(before))
                && (after == null || !message.createdAt().isBefore(after))
                && Has.of(message.text(), message.media()).containsAll(has)
                && text.matches(message.text(), fileName);
    }

    /** Whether the index, which knows pieces only, takes the message for one that matches. */
    public boolean suspects(Message message) {
        Set<String> pieces = new HashSet<>();
        for (String part : Arrays.asList(
                message.text(), message.media() == null ? null : message.media().fileName())) {
            pieces.addAll(Grams.of(FoldedText.of(part == null ? "" : part)));
        }
        Has.of(message.text(), message.media()).forEach(kind -> pieces.add(kind.gram()));
        return pieces.containsAll(grams());
    }

    /** What every message that matches is indexed with. */
    public Set<String> grams() {
        Set<String> all = new LinkedHashSet<>(text.grams());
        has.forEach(kind -> all.add(kind.gram()));
        return all;
    }
}
