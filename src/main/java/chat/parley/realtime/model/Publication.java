package chat.parley.realtime.model;

import chat.parley.identity.UserId;
import chat.parley.realtime.Topic;
import org.jspecify.annotations.Nullable;

/** A push and whom it is for. */
public sealed interface Publication {
    /** For every subscriber of the topic. */
    record ToTopic(Topic topic, EncodedPush push) implements Publication {}

    /**
     * One numbered change of a topic, for every subscriber.
     *
     * @param revision the change's number in its topic, one above the former
     * @param author gets {@code authorPush} instead of {@code push}; both null when everybody gets the same
     */
    record Numbered(
            Topic topic,
            long revision,
            EncodedPush push,
            @Nullable UserId author,
            @Nullable EncodedPush authorPush) implements Publication {}
}
