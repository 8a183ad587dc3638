package chat.parley.message.model;

import static chat.parley.testing.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.room.RoomId;
import chat.parley.shared.error.RequestError;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What can be done with which message. */
class ChangePoliciesTest {
    private static final UserId AUTHOR = new UserId(1);
    private static final UserId OTHER = new UserId(2);

    @Test
    void authorsEditTheirOwnTextAndNobodyElseDoes() {
        assertThatCode(() -> EditPolicy.check(message(ContentType.TEXT), AUTHOR))
                .doesNotThrowAnyException();
        assertThat(codeOf(() -> EditPolicy.check(message(ContentType.TEXT), OTHER)))
                .isEqualTo(MessageError.EDIT_FORBIDDEN);
        assertThat(codeOf(() -> EditPolicy.check(message(ContentType.SYSTEM), AUTHOR)))
                .isEqualTo(MessageError.NOT_EDITABLE);
        assertThat(codeOf(() -> EditPolicy.check(message(ContentType.RECALLED), AUTHOR)))
                .isEqualTo(MessageError.RECALLED);
    }

    @Test
    void whatSomebodySaidCanBePinnedUntilThereAreTooMany() {
        assertThatCode(() -> PinPolicy.check(message(ContentType.TEXT), PinPolicy.MAX_PINS - 1))
                .doesNotThrowAnyException();
        assertThat(codeOf(() -> PinPolicy.check(message(ContentType.TEXT), PinPolicy.MAX_PINS)))
                .isEqualTo(MessageError.TOO_MANY_PINS);
        assertThat(codeOf(() -> PinPolicy.check(message(ContentType.SYSTEM), 0)))
                .isEqualTo(MessageError.NOT_PINNABLE);
        assertThat(codeOf(() -> PinPolicy.check(message(ContentType.RECALLED), 0)))
                .isEqualTo(MessageError.RECALLED);
    }

    @Test
    void aMessageTakesSoManyEmojiAndNoOther() {
        List<Reaction> many = IntStream.range(0, ReactionPolicy.MAX_EMOJI)
                .mapToObj(i -> new Reaction(Character.toString(0x1F600 + i), List.of(OTHER)))
                .toList();
        assertThatCode(() -> ReactionPolicy.check(reacted(many.subList(1, many.size())), "👍"))
                .doesNotThrowAnyException();
        assertThatCode(() -> ReactionPolicy.check(reacted(many), many.getFirst().emoji()))
                .doesNotThrowAnyException();
        assertThat(codeOf(() -> ReactionPolicy.check(reacted(many), "👍"))).isEqualTo(MessageError.TOO_MANY_REACTIONS);
    }

    @Test
    void aMessageTakesSoManyReactionsInAll() {
        List<UserId> thousand = LongStream.range(0, ReactionPolicy.MAX_REACTIONS)
                .mapToObj(UserId::new)
                .toList();
        assertThat(codeOf(() -> ReactionPolicy.check(reacted(List.of(new Reaction("👍", thousand))), "👍")))
                .isEqualTo(MessageError.TOO_MANY_REACTIONS);
        assertThat(codeOf(() -> ReactionPolicy.check(message(ContentType.RECALLED), "👍")))
                .isEqualTo(MessageError.RECALLED);
        assertThat(codeOf(() -> ReactionPolicy.emoji("thumbs up"))).isEqualTo(RequestError.INVALID);
    }

    private static Message message(ContentType type) {
        return new Message(new RoomId(1), 1, 1, AUTHOR, type, "text", null, null, null, null, Instant.EPOCH, null);
    }

    private static Message reacted(List<Reaction> reactions) {
        return new Message(
                new RoomId(1),
                1,
                1,
                AUTHOR,
                ContentType.TEXT,
                "text",
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                reactions,
                null);
    }
}
