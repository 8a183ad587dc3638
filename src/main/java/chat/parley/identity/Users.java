package chat.parley.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts, as other features see them. */
public interface Users {
    /** The profiles of those ids that exist, disabled accounts included (their messages stay). One query. */
    Map<UserId, UserProfile> profiles(Collection<UserId> ids);

    /** Those of the ids that name accounts which exist and are not disabled. One query. */
    Set<UserId> active(Collection<UserId> ids);

    /**
     * The profile of one account.
     *
     * @throws chat.parley.shared.error.ParleyException {@link IdentityError#USER_NOT_FOUND}
     */
    UserProfile profile(UserId id);

    /** The profile of the account with this name. */
    Optional<UserProfile> named(String username);

    /** Those of the images that are somebody's profile picture. One query. */
    Set<Long> pictures(Collection<Long> images);
}
