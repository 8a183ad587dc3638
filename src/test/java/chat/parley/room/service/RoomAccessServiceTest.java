package chat.parley.room.service;

import static chat.parley.testing.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.parley.room.JoinPolicy;
import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Room;
import org.junit.jupiter.api.Test;

class RoomAccessServiceTest {
    private final RoomHouse house = new RoomHouse();
    private final RoomAccessService access = house.access;
    private final RoomId closed = house.group(JoinPolicy.INVITE);
    private final RoomId open = house.group(JoinPolicy.OPEN);
    private final RoomId direct = house.directRoom();

    @Test
    void everyMemberIsAMemberAndAStrangerIsNot() {
        assertThat(access.asMember(new Seat(closed, house.creator)).role()).isEqualTo(Role.CREATOR);
        assertThat(access.asMember(new Seat(closed, house.admin)).role()).isEqualTo(Role.ADMIN);
        assertThat(access.asMember(new Seat(closed, house.member)).role()).isEqualTo(Role.MEMBER);
        assertThat(codeOf(() -> access.asMember(new Seat(open, house.stranger))))
                .isEqualTo(RoomError.NOT_A_MEMBER);
    }

    @Test
    void aRoomThatIsNotOpenDoesNotExistForStrangers() {
        Seat seat = new Seat(closed, house.stranger);

        assertThat(codeOf(() -> access.asMember(seat))).isEqualTo(RoomError.NOT_FOUND);
        assertThat(codeOf(() -> access.asModerator(seat))).isEqualTo(RoomError.NOT_FOUND);
        assertThat(codeOf(() -> access.asOwner(seat))).isEqualTo(RoomError.NOT_FOUND);
        assertThat(codeOf(() -> access.asVisitor(seat))).isEqualTo(RoomError.NOT_FOUND);
        assertThatCode(() -> access.asVisitor(new Seat(open, house.stranger))).doesNotThrowAnyException();
    }

    @Test
    void aDeletedRoomExistsForNobody() {
        house.deleting.delete(new Seat(closed, house.creator));

        assertThat(codeOf(() -> access.asMember(new Seat(closed, house.creator))))
                .isEqualTo(RoomError.NOT_FOUND);
        assertThat(codeOf(() -> access.asMember(new Seat(new RoomId(9), house.creator))))
                .isEqualTo(RoomError.NOT_FOUND);
    }

    @Test
    void moderatorsAreTheAdminsAndTheCreator() {
        assertThat(access.asModerator(new Seat(closed, house.creator)).role()).isEqualTo(Role.CREATOR);
        assertThat(access.asModerator(new Seat(closed, house.admin)).role()).isEqualTo(Role.ADMIN);
        assertThat(codeOf(() -> access.asModerator(new Seat(closed, house.member))))
                .isEqualTo(RoomError.FORBIDDEN);
        assertThat(access.isModerator(access.asMember(new Seat(closed, house.admin))))
                .isTrue();
        assertThat(access.isModerator(access.asMember(new Seat(closed, house.member))))
                .isFalse();
    }

    @Test
    void theOwnerIsTheCreatorAlone() {
        assertThat(access.asOwner(new Seat(closed, house.creator)).role()).isEqualTo(Role.CREATOR);
        assertThat(codeOf(() -> access.asOwner(new Seat(closed, house.admin)))).isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> access.asOwner(new Seat(closed, house.member)))).isEqualTo(RoomError.FORBIDDEN);
    }

    @Test
    void aDirectRoomHasNeitherModeratorsNorAnOwner() {
        Seat seat = new Seat(direct, house.member);

        assertThat(access.asMember(seat).readOnly()).isFalse();
        assertThat(codeOf(() -> access.asModerator(seat))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> access.asOwner(seat))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> access.asModerator(new Seat(direct, house.admin))))
                .isEqualTo(RoomError.NOT_FOUND);
    }

    @Test
    void aClosedDirectRoomIsReadOnlyToItsMembers() {
        Room room = house.rooms.lock(direct).orElseThrow();
        house.rooms.save(room.withReadOnly(true), house.clock.instant());

        assertThat(access.asMember(new Seat(direct, house.member)).readOnly()).isTrue();
    }
}
