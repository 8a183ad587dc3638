package chat.parley.identity.model;

import org.jspecify.annotations.Nullable;

/** New values for an account: null leaves a value as it is, an empty text clears an optional one. */
public record AccountChange(
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable String qq,
        @Nullable String wechat,
        @Nullable String github,
        @Nullable String locale,
        @Nullable String email,
        @Nullable Boolean hideLastSeen,
        @Nullable String image) {}
