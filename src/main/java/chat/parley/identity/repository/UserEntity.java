package chat.parley.identity.repository;

import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.PasswordHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
class UserEntity {
    @Id
    long id;

    String username = "";
    String email = "";

    @Column(name = "password_hash")
    String passwordHash = "";

    @Column(name = "display_name")
    String displayName = "";

    @Nullable
    String bio;

    @Nullable
    String qq;

    @Nullable
    String wechat;

    @Nullable
    String github;

    String permission = "";

    @Nullable
    Long image;

    @Nullable
    String locale;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    @Column(name = "last_seen_at")
    @Nullable
    Instant lastSeenAt;

    @Column(name = "hide_last_seen")
    boolean hideLastSeen;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    @Column(name = "departed_at")
    @Nullable
    Instant departedAt;

    // Written here and not in the mapper: Hibernate notices changes of a loaded row only inside the entity.
    void apply(AccountChange change, @Nullable PasswordHash newHash, Instant now) {
        displayName = change.displayName() != null ? change.displayName() : displayName;
        email = change.email() != null ? change.email() : email;
        passwordHash = newHash != null ? newHash.phc() : passwordHash;
        bio = changed(bio, change.bio());
        qq = changed(qq, change.qq());
        wechat = changed(wechat, change.wechat());
        github = changed(github, change.github());
        locale = changed(locale, change.locale());
        String picture = changed(image == null ? null : image.toString(), change.image());
        image = picture == null ? null : Long.valueOf(picture);
        hideLastSeen = change.hideLastSeen() != null ? change.hideLastSeen() : hideLastSeen;
        lastSeenAt = hideLastSeen ? null : lastSeenAt;
        updatedAt = now;
    }

    /** What is left has a name that nobody can choose, and says nothing about anybody. */
    void erase(PasswordHash unknown, Instant now) {
        username = "~" + id;
        email = id + "@deleted.invalid";
        passwordHash = unknown.phc();
        displayName = "Deleted user";
        bio = null;
        qq = null;
        wechat = null;
        github = null;
        image = null;
        locale = null;
        lastSeenAt = null;
        disabledAt = now;
        deletedAt = now;
        updatedAt = now;
    }

    private static @Nullable String changed(@Nullable String present, @Nullable String given) {
        if (given == null) {
            return present;
        }
        return given.isEmpty() ? null : given;
    }
}
