package chat.parley.room.service;

import static chat.parley.testing.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.friendship.DirectRoomId;
import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent.DirectRoomChanged;
import chat.parley.room.RoomEvent.DirectRoomCreated;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.RoomEvent.RoomChanged;
import chat.parley.room.RoomEvent.RoomCreated;
import chat.parley.room.RoomEvent.RoomDeleted;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.RoomChange;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.id.Creation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomServicesTest {
    private final RoomHouse house = new RoomHouse();

    @Test
    void aNewRoomHasItsCreatorAndThoseWhoWereNamedOnce() {
        RoomId id = create(List.of(house.admin, house.creator, house.admin));

        assertThat(house.roleOf(id, house.creator)).isEqualTo(Role.CREATOR);
        assertThat(house.roleOf(id, house.admin)).isEqualTo(Role.MEMBER);
        assertThat(house.events.fired())
                .containsExactly(
                        new RoomCreated(id, house.creator, "New"),
                        new MembersAdded(id, house.creator, List.of(house.admin)));
    }

    @Test
    void aRoomCannotBeMadeWithPeopleWhoAreNotThere() {
        house.users.disable(house.stranger);

        ParleyException refusal = catchThrowableOfType(
                ParleyException.class, () -> create(List.of(house.admin, house.stranger, new UserId(99))));

        assertThat(refusal.fields())
                .containsExactly(
                        new FieldError("/memberIds/1", "is not a user"),
                        new FieldError("/memberIds/2", "is not a user"));
        assertThat(house.rooms.rooms).isEmpty();
    }

    @Test
    void onlyWhatReallyChangesIsTold() {
        RoomId room = house.group(JoinPolicy.OPEN);

        house.changing.change(
                new Seat(room, house.admin), new RoomChange("Other", "About", null, JoinPolicy.OPEN, null, null));
        house.changing.change(new Seat(room, house.admin), new RoomChange("Other", null, "", null, null, null));
        house.changing.change(new Seat(room, house.admin), new RoomChange(null, "", null, null, null, null));

        assertThat(house.events.fired())
                .containsExactly(
                        new RoomChanged(room, house.admin, "Other", null, null, null, null, null),
                        new RoomChanged(room, house.admin, null, "", null, null, null, null));
        assertThat(house.rooms.lock(room).orElseThrow().topic()).isNull();
    }

    @Test
    void adminsChangeARoomAndMembersDoNot() {
        RoomId room = house.group(JoinPolicy.OPEN);
        RoomChange rename = new RoomChange("Other", null, null, null, null, null);

        assertThat(codeOf(() -> house.changing.change(new Seat(room, house.member), rename)))
                .isEqualTo(RoomError.FORBIDDEN);
        house.changing.change(new Seat(room, house.admin), rename);
        assertThat(house.rooms.lock(room).orElseThrow().name()).isEqualTo("Other");
    }

    @Test
    void theCreatorDeletesARoomAndAdminsDoNot() {
        RoomId room = house.group(JoinPolicy.OPEN);

        assertThat(codeOf(() -> house.deleting.delete(new Seat(room, house.admin))))
                .isEqualTo(RoomError.FORBIDDEN);
        house.deleting.delete(new Seat(room, house.creator));
        assertThat(house.events.fired())
                .containsExactly(
                        new RoomDeleted(room, house.creator, List.of(house.creator, house.admin, house.member)));
    }

    @Test
    void nothingButTalkingCanBeDoneWithADirectRoom() {
        RoomId room = house.directRoom();
        Seat seat = new Seat(room, house.member);

        assertThat(codeOf(() -> house.changing.change(seat, new RoomChange("x", null, null, null, null, null))))
                .isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.adding.add(seat, List.of(house.admin)))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.removing.remove(seat, house.stranger))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.invitations.create(new CreateInvitation(seat, null, null, null))))
                .isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.leaving.leave(seat))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.deleting.delete(seat))).isEqualTo(RoomError.DIRECT);
        assertThat(codeOf(() -> house.roles.handOver(seat, house.stranger))).isEqualTo(RoomError.DIRECT);
    }

    @Test
    void twoPeopleHaveOneDirectRoomThatClosesAndOpens() {
        DirectRoomId first = house.direct.open(house.member, house.admin);
        house.direct.close(house.admin, house.member);
        house.direct.close(house.admin, house.member);
        DirectRoomId again = house.direct.open(house.admin, house.member);

        RoomId room = new RoomId(first.value());
        assertThat(again).isEqualTo(first);
        assertThat(house.rooms.lock(room).orElseThrow().readOnly()).isFalse();
        assertThat(house.events.fired())
                .containsExactly(
                        new DirectRoomCreated(room, house.member, house.admin),
                        new DirectRoomChanged(room, house.admin, house.member),
                        new DirectRoomChanged(room, house.admin, house.member));
    }

    @Test
    void theSameKeyIsTheSameRoom() {
        UUID key = UUID.randomUUID();
        Creation<RoomId> first = create(house.creator, key, List.of(house.admin));
        int told = house.events.fired().size();
        assertThat(create(house.creator, key, List.of())).isEqualTo(new Creation<>(first.made(), true));
        assertThat(house.events.fired()).hasSize(told);
        assertThat(create(house.admin, key, List.of()).made()).isNotEqualTo(first.made());
    }

    private RoomId create(List<UserId> memberIds) {
        return create(house.creator, null, memberIds).made();
    }

    private Creation<RoomId> create(UserId creator, UUID clientId, List<UserId> memberIds) {
        return house.creating.create(new CreateRoom(creator, clientId, "New", null, JoinPolicy.INVITE, memberIds));
    }
}
