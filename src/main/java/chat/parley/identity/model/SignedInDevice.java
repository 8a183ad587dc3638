package chat.parley.identity.model;

import chat.parley.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param userAgent what the program said of itself at the sign-in
 * @param address from where the sign-in came
 * @param lastUsedAt when its tokens were renewed last
 */
public record SignedInDevice(
        SessionId id,
        @Nullable String userAgent,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
