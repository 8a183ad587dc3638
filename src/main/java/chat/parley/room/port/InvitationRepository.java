package chat.parley.room.port;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores invitations. */
public interface InvitationRepository {
    void add(Invitation invitation);

    /**
     * Adds an invitation under its maker's key.
     *
     * @return false if the maker has one under this key, of which {@link #madeBy} then tells
     */
    boolean add(Invitation invitation, UUID clientId);

    /** The invitation that this user made under this key; empty as well if it was revoked. */
    Optional<Invitation> madeBy(UserId maker, UUID clientId);

    Optional<Invitation> find(InvitationCode code);

    /**
     * The invitation, locked until the transaction ends. Comes before the room's lock, because only the invitation
     * tells which room that is; nothing locks the two the other way round.
     */
    Optional<Invitation> lock(InvitationCode code);

    /** Those that can still be used, newest first. */
    List<Invitation> usable(RoomId roomId, Instant now);

    /** Stores one that was locked in this transaction. */
    void save(Invitation invitation);

    void remove(InvitationCode code);

    /** All that this user made, for whatever room. */
    void removeMadeBy(UserId maker);
}
