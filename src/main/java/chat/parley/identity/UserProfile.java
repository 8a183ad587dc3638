package chat.parley.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of an account; the {@code user} shape of the wire.
 *
 * @param image id of the profile picture; null shows initials
 */
public record UserProfile(
        UserId id,
        String username,
        String displayName,
        @Nullable String bio,
        @Nullable String qq,
        @Nullable String wechat,
        @Nullable String github,
        Permission permission,
        @Nullable String image,
        Instant createdAt) {}
