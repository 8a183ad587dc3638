package chat.parley.identity.repository;

import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.PasswordHash;
import chat.parley.shared.id.WireEnum;

/** Between rows of {@code users} and the domain. */
final class UserMapper {
    private UserMapper() {}

    static Account account(UserEntity user) {
        return new Account(
                profile(user),
                user.email,
                user.locale,
                new PasswordHash(user.passwordHash),
                user.disabledAt != null,
                user.hideLastSeen);
    }

    static UserProfile profile(UserEntity user) {
        return new UserProfile(
                new UserId(user.id),
                user.username,
                user.displayName,
                user.bio,
                user.qq,
                user.wechat,
                user.github,
                WireEnum.parse(Permission.class, user.permission),
                user.image == null ? null : String.valueOf(user.image),
                user.createdAt,
                user.deletedAt == null ? null : true);
    }

    static UserEntity entity(Account account) {
        UserProfile profile = account.profile();
        UserEntity user = new UserEntity();
        user.id = profile.id().value();
        user.username = profile.username();
        user.email = account.email();
        user.passwordHash = account.passwordHash().phc();
        user.displayName = profile.displayName();
        user.permission = profile.permission().wireName();
        user.createdAt = profile.createdAt();
        user.updatedAt = profile.createdAt();
        return user;
    }
}
