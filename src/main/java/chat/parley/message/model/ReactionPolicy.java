package chat.parley.message.model;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;

/** Which reactions a message takes. */
public final class ReactionPolicy {
    static final int MAX_EMOJI = 20;

    /** In all: every one of them travels with the message whenever it changes. */
    static final int MAX_REACTIONS = 1_000;

    private ReactionPolicy() {}

    /**
     * The emoji as it is stored.
     *
     * @throws ParleyException {@code request.invalid} if it is anything else
     */
    public static String emoji(String text) {
        return Emoji.of(text)
                .orElseThrow(() -> ParleyException.onField(RequestError.INVALID, "/emoji", "must be one emoji"));
    }

    /** Whether this user has put this emoji under the message. */
    public static boolean has(Message message, UserId user, String emoji) {
        return message.reactions().stream()
                .anyMatch(reaction ->
                        reaction.emoji().equals(emoji) && reaction.userIds().contains(user));
    }

    /** Lets one more through or says why not. */
    public static void check(Message message, String emoji) {
        if (message.contentType() == ContentType.RECALLED) {
            throw ParleyException.of(MessageError.RECALLED);
        }
        boolean another = message.reactions().stream()
                .noneMatch(reaction -> reaction.emoji().equals(emoji));
        int all = message.reactions().stream()
                .mapToInt(reaction -> reaction.userIds().size())
                .sum();
        if (another && message.reactions().size() >= MAX_EMOJI || all >= MAX_REACTIONS) {
            throw ParleyException.of(MessageError.TOO_MANY_REACTIONS);
        }
    }
}
