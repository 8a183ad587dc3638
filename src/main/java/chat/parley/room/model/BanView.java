package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ban as the room's admins see it. */
public record BanView(
        UserProfile user, UserId bannedBy, @Nullable String reason, Instant createdAt) {
    public static BanView of(Ban ban, UserProfile user) {
        return new BanView(user, ban.bannedBy(), ban.reason(), ban.createdAt());
    }
}
