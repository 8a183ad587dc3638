package chat.parley.identity.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.Password;
import chat.parley.identity.service.ChangeUserInfo;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of one's own account: an absent field stays, an empty text clears an optional one. */
@Schema(name = "ChangeUserInfoRequest")
record ChangeUserInfoRequest(
        @Schema(description = "1 to 64 characters.")
        @Pattern(regexp = UserRules.LINE_64, message = UserRules.LINE_64_MESSAGE)
        @Nullable
        String displayName,

        @Schema(description = "At most 500 characters; empty takes it away.")
        @Pattern(regexp = UserRules.OPTIONAL_TEXT_500, message = UserRules.TEXT_500_MESSAGE)
        @Nullable
        String bio,

        @Schema(description = "At most 64 characters; empty takes it away.")
        @Pattern(regexp = UserRules.OPTIONAL_LINE_64, message = UserRules.LINE_64_MESSAGE)
        @Nullable
        String qq,

        @Schema(description = "At most 64 characters; empty takes it away.")
        @Pattern(regexp = UserRules.OPTIONAL_LINE_64, message = UserRules.LINE_64_MESSAGE)
        @Nullable
        String wechat,

        @Schema(description = "At most 64 characters; empty takes it away.")
        @Pattern(regexp = UserRules.OPTIONAL_LINE_64, message = UserRules.LINE_64_MESSAGE)
        @Nullable
        String github,

        @Schema(description = "Language tag of the owner's choice.")
        @Pattern(regexp = UserRules.OPTIONAL_LOCALE, message = UserRules.LOCALE_MESSAGE)
        @Nullable
        String locale,

        @Schema(description = "Id of an image that one uploaded; empty takes the picture away.")
        @Pattern(regexp = "|[1-9][0-9]{0,18}", message = "must be an id")
        @Nullable
        String image,

        @Schema(description = "Whether to hide when one was here last; what is known of it is forgotten.") @Nullable
        Boolean hideLastSeen,

        @Schema(description = "Needs currentPassword.")
        @Size(max = UserRules.EMAIL_MAX)
        @Pattern(regexp = UserRules.EMAIL, message = UserRules.EMAIL_MESSAGE)
        @Nullable
        String email,

        @Schema(description = "The new password; needs currentPassword and ends all other sessions.")
        @Size(max = UserRules.PASSWORD_MAX)
        @Nullable
        String password,

        @Size(max = UserRules.PASSWORD_MAX) @Nullable String currentPassword) {

    ChangeUserInfoRequest {
        displayName = PlainText.optional(displayName);
        bio = PlainText.optional(bio);
        qq = PlainText.optional(qq);
        wechat = PlainText.optional(wechat);
        github = PlainText.optional(github);
        locale = PlainText.optional(locale);
        email = PlainText.optional(email);
    }

    ChangeUserInfo toCommand(CurrentUser caller) {
        var change = new AccountChange(displayName, bio, qq, wechat, github, locale, email, hideLastSeen, image);
        return new ChangeUserInfo(
                caller.id(), caller.sessionId(), change, passwordOf(password), passwordOf(currentPassword));
    }

    private static @Nullable Password passwordOf(@Nullable String text) {
        return text == null ? null : new Password(text);
    }
}
