package chat.parley.room.service;

import static chat.parley.testing.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.Role;
import chat.parley.room.RoomError;
import chat.parley.room.RoomEvent.MemberJoined;
import chat.parley.room.RoomEvent.MemberLeft;
import chat.parley.room.RoomEvent.MemberRemoved;
import chat.parley.room.RoomEvent.MembersAdded;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.RoomEvent.RoomDeleted;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Invitation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberServicesTest {
    private final RoomHouse house = new RoomHouse();
    private final RoomId closed = house.group(JoinPolicy.INVITE);
    private final RoomId open = house.group(JoinPolicy.OPEN);

    @Test
    void anOpenRoomLetsAnybodyInAndAnotherDoesNotExist() {
        house.joining.join(new JoinRoom.Open(house.stranger, open));

        assertThat(house.roleOf(open, house.stranger)).isEqualTo(Role.MEMBER);
        assertThat(codeOf(() -> house.joining.join(new JoinRoom.Open(house.stranger, closed))))
                .isEqualTo(RoomError.NOT_FOUND);
        assertThat(house.events.fired()).containsExactly(new MemberJoined(open, house.stranger));
    }

    @Test
    void joiningAgainNeverChangesARole() {
        house.joining.join(new JoinRoom.Open(house.creator, open));
        house.joining.join(new JoinRoom.Open(house.admin, closed));

        assertThat(house.roleOf(open, house.creator)).isEqualTo(Role.CREATOR);
        assertThat(house.roleOf(closed, house.admin)).isEqualTo(Role.ADMIN);
        assertThat(house.events.fired()).isEmpty();
    }

    @Test
    void anInvitationLetsInAsManyAsItSaysNotCountingMembers() {
        Invitation invitation = invite(null, 1);

        join(house.member, invitation);
        join(house.stranger, invitation);

        assertThat(house.roleOf(closed, house.stranger)).isEqualTo(Role.MEMBER);
        assertThat(codeOf(() -> join(house.users.add(5, "late"), invitation))).isEqualTo(RoomError.INVITATION_INVALID);
    }

    @Test
    void anInvitationLetsNobodyInAfterItsEnd() {
        Invitation invitation = invite(Duration.ofMinutes(1), null);
        house.clock.advance(Duration.ofSeconds(59));
        assertThat(house.invitations.preview(house.stranger, invitation.code())).isEqualTo(invitation);
        join(house.stranger, invitation);

        house.clock.advance(Duration.ofSeconds(1));
        assertThat(codeOf(() -> join(house.users.add(5, "late"), invitation))).isEqualTo(RoomError.INVITATION_INVALID);
        assertThat(codeOf(() -> house.invitations.preview(house.stranger, invitation.code())))
                .isEqualTo(RoomError.INVITATION_INVALID);
        assertThat(house.invitations.list(new Seat(closed, house.admin))).isEmpty();
    }

    @Test
    void adminsMakeSeeAndRevokeInvitationsAndMembersDoNot() {
        Invitation invitation = invite(null, null);
        Seat member = new Seat(closed, house.member);

        assertThat(codeOf(() -> house.invitations.create(new CreateInvitation(member, null, null, null))))
                .isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.invitations.list(member))).isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.invitations.revoke(house.member, invitation.code())))
                .isEqualTo(RoomError.FORBIDDEN);
        house.invitations.revoke(house.admin, invitation.code());
        assertThat(codeOf(() -> join(house.stranger, invitation))).isEqualTo(RoomError.INVITATION_INVALID);
    }

    @Test
    void adminsAddPeopleAndMembersDoNot() {
        List<UserId> wanted = List.of(house.stranger, house.member, house.stranger);

        assertThat(codeOf(() -> house.adding.add(new Seat(closed, house.member), wanted)))
                .isEqualTo(RoomError.FORBIDDEN);
        house.adding.add(new Seat(closed, house.admin), wanted);
        house.adding.add(new Seat(closed, house.admin), wanted);
        assertThat(house.events.fired())
                .containsExactly(new MembersAdded(closed, house.admin, List.of(house.stranger)));
    }

    @Test
    void peopleRemoveOnlyThoseBelowThem() {
        Seat admin = new Seat(closed, house.admin);

        assertThat(codeOf(() -> house.removing.remove(new Seat(closed, house.member), house.member)))
                .isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.removing.remove(admin, house.creator))).isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.removing.remove(admin, house.admin))).isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.removing.remove(admin, house.stranger))).isEqualTo(RoomError.MEMBER_NOT_FOUND);
        house.removing.remove(admin, house.member);
        house.removing.remove(new Seat(closed, house.creator), house.admin);
        assertThat(house.events.fired())
                .containsExactly(
                        new MemberRemoved(closed, house.admin, house.member),
                        new MemberRemoved(closed, house.creator, house.admin));
    }

    @Test
    void onlyTheCreatorGivesRolesAndNeverTakesTheirOwn() {
        Seat creator = new Seat(closed, house.creator);

        assertThat(codeOf(() -> house.roles.change(new Seat(closed, house.admin), house.member, Role.ADMIN)))
                .isEqualTo(RoomError.FORBIDDEN);
        assertThat(codeOf(() -> house.roles.change(creator, house.creator, Role.MEMBER)))
                .isEqualTo(RoomError.FORBIDDEN);
        house.roles.change(creator, house.member, Role.ADMIN);
        house.roles.change(creator, house.member, Role.ADMIN);
        assertThat(house.events.fired())
                .containsExactly(new RoleChanged(closed, house.creator, house.member, Role.ADMIN));
    }

    @Test
    void handingOverMakesTheFormerCreatorAnAdmin() {
        Seat creator = new Seat(closed, house.creator);
        house.roles.handOver(creator, house.creator);
        house.roles.handOver(creator, house.member);

        assertThat(house.roleOf(closed, house.member)).isEqualTo(Role.CREATOR);
        assertThat(house.roleOf(closed, house.creator)).isEqualTo(Role.ADMIN);
        assertThat(codeOf(() -> house.roles.handOver(creator, house.admin))).isEqualTo(RoomError.FORBIDDEN);
        assertThat(house.events.fired()).hasSize(2);
    }

    @Test
    void theCreatorLeavesLastAndTheRoomWithThem() {
        Seat creator = new Seat(closed, house.creator);

        assertThat(codeOf(() -> house.leaving.leave(creator))).isEqualTo(RoomError.OWNER_MUST_STAY);
        house.leaving.leave(new Seat(closed, house.member));
        house.leaving.leave(new Seat(closed, house.admin));
        house.leaving.leave(creator);

        assertThat(house.events.fired())
                .containsExactly(
                        new MemberLeft(closed, house.member),
                        new MemberLeft(closed, house.admin),
                        new RoomDeleted(closed, house.creator, List.of(house.creator)));
        assertThat(codeOf(() -> house.leaving.leave(creator))).isEqualTo(RoomError.NOT_FOUND);
    }

    private Invitation invite(Duration lifetime, Integer uses) {
        return house.invitations
                .create(new CreateInvitation(new Seat(closed, house.admin), null, lifetime, uses))
                .made();
    }

    private void join(UserId user, Invitation invitation) {
        house.joining.join(new JoinRoom.Invited(user, invitation.code()));
    }
}
