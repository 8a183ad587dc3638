package chat.parley.message.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecallPolicyTest {
    private static final UserId AUTHOR = new UserId(1);
    private static final UserId OTHER = new UserId(2);

    @Test
    void authorsRecallTheirOwnAndNobodyElses() {
        assertThatCode(() -> RecallPolicy.check(message(ContentType.TEXT), AUTHOR, false))
                .doesNotThrowAnyException();
        refused(message(ContentType.TEXT), OTHER, false, MessageError.RECALL_FORBIDDEN);
    }

    @Test
    void moderatorsRecallEverybodys() {
        assertThatCode(() -> RecallPolicy.check(message(ContentType.TEXT), OTHER, true))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyRecallsTheRoomsNotices() {
        refused(message(ContentType.SYSTEM), AUTHOR, true, MessageError.NOT_RECALLABLE);
    }

    private static void refused(Message message, UserId user, boolean moderates, ErrorCode code) {
        assertThatThrownBy(() -> RecallPolicy.check(message, user, moderates))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.code())
                                .isEqualTo(code));
    }

    private static Message message(ContentType type) {
        return new Message(new RoomId(1), 1, 1, AUTHOR, type, "text", null, null, null, null, Instant.EPOCH, null);
    }
}
