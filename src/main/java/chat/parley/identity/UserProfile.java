package chat.parley.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of an account; the {@code user} shape of the wire.
 *
 * @param image id of the profile picture; null shows initials
 * @param deleted true when the account was deleted: all that is left is what it wrote; otherwise null
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
        Instant createdAt,
        @Nullable Boolean deleted) {
    /** Somebody whose account is not deleted. */
    public UserProfile(
            UserId id,
            String username,
            String displayName,
            @Nullable String bio,
            @Nullable String qq,
            @Nullable String wechat,
            @Nullable String github,
            Permission permission,
            @Nullable String image,
            Instant createdAt) {
        this(id, username, displayName, bio, qq, wechat, github, permission, image, createdAt, null);
    }
}
