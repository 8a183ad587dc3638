package chat.parley.identity.model;

import chat.parley.identity.SessionId;
import chat.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device. Each refresh token belongs to a generation; using one of the present generation starts the
 * next.
 *
 * @param generation of the refresh tokens that are good now; the first is 1
 * @param lastUsedAt when the present generation began
 * @param revokedAt when it was ended before its time; null while it is alive
 */
public record Session(
        SessionId id,
        UserId userId,
        int generation,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public static Session start(SessionId id, UserId userId, Instant now, Duration lifetime) {
        return new Session(id, userId, 1, now, now.plus(lifetime), null);
    }

    public boolean isOver(Instant now) {
        return revokedAt != null || !expiresAt.isAfter(now);
    }

    /**
     * What a refresh token may do. A token of the generation just before may be presented again for a short time,
     * because an answer can get lost and two tabs can ask at once; its successors are of the present generation too,
     * and whichever is used first outdates the others. So a stolen token surfaces at the latest when thief and owner
     * both go on: the second of them presents a token that is too old.
     */
    public Rotation rotation(int presented, Instant now, Duration grace) {
        if (presented == generation) {
            return Rotation.NEXT;
        }
        boolean repeated = presented == generation - 1 && !now.isAfter(lastUsedAt.plus(grace));
        return repeated ? Rotation.REPEAT : Rotation.REUSE;
    }

    /** The session after a token of the present generation was used. */
    public Session next(Instant now, Duration lifetime) {
        return new Session(id, userId, generation + 1, now, now.plus(lifetime), null);
    }
}
