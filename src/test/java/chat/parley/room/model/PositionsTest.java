package chat.parley.room.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionsTest {
    @Test
    void aMemberPositionSurvivesItsText() {
        MemberPosition position = new MemberPosition(Role.ADMIN, "Ada 李  - x", new UserId(17));

        assertThat(MemberPosition.parse(position.toString())).isEqualTo(position);
        assertThat(position.toString()).matches("[A-Za-z0-9_-]+");
        assertThatThrownBy(() -> MemberPosition.parse("bm9uc2Vuc2U")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aRoomPositionSurvivesItsText() {
        RoomPosition position = new RoomPosition(Instant.parse("2026-11-22T15:00:00.123Z"), new RoomId(17));

        assertThat(RoomPosition.parse(position.toString())).isEqualTo(position);
        assertThatThrownBy(() -> RoomPosition.parse("nonsense")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void bothPeopleNameTheSameDirectRoom() {
        DirectKey key = DirectKey.of(new UserId(9), new UserId(11));

        assertThat(DirectKey.of(new UserId(11), new UserId(9))).isEqualTo(key);
        assertThat(key).hasToString("9-11");
        assertThat(DirectKey.parse("9-11")).isEqualTo(key);
        assertThat(key.otherThan(new UserId(9))).isEqualTo(new UserId(11));
        assertThatThrownBy(() -> DirectKey.of(new UserId(9), new UserId(9)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void invitationCodesAreLongAndFitAUrlAndKeepThemselvesOutOfLogs() {
        InvitationCode code = InvitationCode.random(new SecureRandom());

        assertThat(code.value()).matches("[A-Za-z0-9_-]{24}");
        assertThat(code.toString()).doesNotContain(code.value());
    }
}
