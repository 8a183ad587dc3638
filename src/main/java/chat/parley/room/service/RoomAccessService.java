package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.Membership;
import chat.parley.room.Role;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.model.Room;
import chat.parley.room.model.Standing;
import chat.parley.room.port.RoomQueries;
import chat.parley.room.port.RoomRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Decides who may do what in a room: everything that compares roles is here. */
@ApplicationScoped
public class RoomAccessService implements RoomAccess {
    private final RoomRepository rooms;
    private final RoomQueries queries;

    RoomAccessService(RoomRepository rooms, RoomQueries queries) {
        this.rooms = rooms;
        this.queries = queries;
    }

    /**
     * The first step of every change: nobody else changes the room, its members or its log until the commit, so
     * whatever is asked afterwards stays true.
     */
    public Room lock(RoomId id) {
        return rooms.lock(id).orElseThrow(() -> ParleyException.of(RoomError.NOT_FOUND));
    }

    @Override
    public Membership asMember(Seat seat) {
        return membership(seat, standing(seat));
    }

    @Override
    public Map<RoomId, Membership> memberships(UserId user, Collection<RoomId> ids) {
        Map<RoomId, Membership> memberships = new HashMap<>();
        queries.standings(user, ids)
                .forEach((room, standing) -> memberships.put(room, membership(new Seat(room, user), standing)));
        return memberships;
    }

    @Override
    public Membership asModerator(Seat seat) {
        return asAtLeast(Role.ADMIN, seat);
    }

    @Override
    public Membership asCurator(Seat seat) {
        Standing standing = standing(seat);
        Membership membership = membership(seat, standing);
        if (!standing.direct() && !reaches(Role.ADMIN, membership.role())) {
            throw ParleyException.of(RoomError.FORBIDDEN);
        }
        return membership;
    }

    @Override
    public Membership asOwner(Seat seat) {
        return asAtLeast(Role.CREATOR, seat);
    }

    @Override
    public boolean isModerator(Membership membership) {
        return reaches(Role.ADMIN, membership.role());
    }

    /** Somebody who may see that the room exists: its members, and everybody if it is open. */
    void asVisitor(Seat seat) {
        Standing standing = standing(seat);
        if (standing.role() == null && !standing.open()) {
            throw ParleyException.of(RoomError.NOT_FOUND);
        }
    }

    /** Refuses unless the one stands above the other. */
    public void requireAbove(Membership one, Member other) {
        if (one.role().compareTo(other.role()) <= 0) {
            throw ParleyException.of(RoomError.FORBIDDEN);
        }
    }

    public boolean isOwner(Member member) {
        return reaches(Role.CREATOR, member.role());
    }

    private Membership asAtLeast(Role least, Seat seat) {
        Standing standing = standing(seat);
        Membership membership = membership(seat, standing);
        if (standing.direct()) {
            throw ParleyException.of(RoomError.DIRECT);
        }
        if (!reaches(least, membership.role())) {
            throw ParleyException.of(RoomError.FORBIDDEN);
        }
        return membership;
    }

    private Standing standing(Seat seat) {
        return queries.standing(seat).orElseThrow(() -> ParleyException.of(RoomError.NOT_FOUND));
    }

    private static Membership membership(Seat seat, Standing standing) {
        if (standing.role() == null) {
            throw ParleyException.of(standing.open() ? RoomError.NOT_A_MEMBER : RoomError.NOT_FOUND);
        }
        return new Membership(
                seat,
                standing.role(),
                standing.readSeq(),
                standing.lastSeq(),
                standing.lastRev(),
                standing.firstSeq(),
                standing.prunedRev(),
                standing.readOnly());
    }

    // Role lists its constants from the least to the most powerful.
    private static boolean reaches(Role least, Role role) {
        return role.compareTo(least) >= 0;
    }
}
