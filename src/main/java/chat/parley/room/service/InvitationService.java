package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomError;
import chat.parley.room.Seat;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import chat.parley.room.port.BanRepository;
import chat.parley.room.port.InvitationRepository;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.id.Creation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the invitations of groups; its admins make, see and revoke them. */
@ApplicationScoped
public class InvitationService {
    private final RoomAccessService access;
    private final InvitationRepository invitations;
    private final BanRepository bans;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InvitationService(RoomAccessService access, InvitationRepository invitations, BanRepository bans, Clock clock) {
        this.access = access;
        this.invitations = invitations;
        this.bans = bans;
        this.clock = clock;
    }

    @Transactional
    public Creation<Invitation> create(CreateInvitation command) {
        Seat caller = command.caller();
        access.lock(caller.roomId());
        access.asModerator(caller);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                InvitationCode.random(random),
                caller.roomId(),
                caller.userId(),
                now,
                command.lifetime() == null ? null : now.plus(command.lifetime()),
                command.uses());
        UUID clientId = command.clientId();
        if (clientId == null) {
            invitations.add(invitation);
        } else if (!invitations.add(invitation, clientId)) {
            return new Creation<>(invitations.madeBy(caller.userId(), clientId).orElseThrow(), true);
        }
        return new Creation<>(invitation, false);
    }

    @Transactional
    public List<Invitation> list(Seat caller) {
        access.asModerator(caller);
        return invitations.usable(caller.roomId(), clock.instant());
    }

    /** Looks at an invitation without using it. */
    @Transactional
    public Invitation preview(UserId reader, InvitationCode code) {
        Invitation invitation = invitations
                .find(code)
                .filter(found -> found.isUsable(clock.instant()))
                .orElseThrow(() -> ParleyException.of(RoomError.INVITATION_INVALID));
        if (bans.find(new Seat(invitation.roomId(), reader)).isPresent()) {
            throw ParleyException.of(RoomError.BANNED);
        }
        return invitation;
    }

    @Transactional
    public void revoke(UserId caller, InvitationCode code) {
        Invitation invitation =
                invitations.lock(code).orElseThrow(() -> ParleyException.of(RoomError.INVITATION_INVALID));
        access.lock(invitation.roomId());
        // To an outsider, a code that somebody has looks like one that nobody has.
        if (access.memberships(caller, List.of(invitation.roomId())).isEmpty()) {
            throw ParleyException.of(RoomError.INVITATION_INVALID);
        }
        access.asModerator(new Seat(invitation.roomId(), caller));
        invitations.remove(code);
    }
}
