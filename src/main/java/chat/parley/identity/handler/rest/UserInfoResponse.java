package chat.parley.identity.handler.rest;

import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.Account;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One's own account: the public profile and what only its owner sees. */
@Schema(name = "UserInfo")
public record UserInfoResponse(
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
        @Nullable String locale,

        @Schema(description = "Nobody is told when one was here last.")
        boolean hideLastSeen,

        String email) {

    public static UserInfoResponse from(Account account) {
        UserProfile profile = account.profile();
        return new UserInfoResponse(
                profile.id(),
                profile.username(),
                profile.displayName(),
                profile.bio(),
                profile.qq(),
                profile.wechat(),
                profile.github(),
                profile.permission(),
                profile.image(),
                profile.createdAt(),
                account.locale(),
                account.hideLastSeen(),
                account.email());
    }
}
