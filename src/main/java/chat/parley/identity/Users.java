package chat.parley.identity;

import java.util.Collection;
import java.util.Map;

/** The accounts, as other features see them. */
public interface Users {
    /** The profiles of those ids that exist, disabled accounts included (their messages stay). One query. */
    Map<UserId, UserProfile> profiles(Collection<UserId> ids);

    /**
     * The profile of one account.
     *
     * @throws chat.parley.shared.error.ParleyException {@link IdentityError#USER_NOT_FOUND}
     */
    UserProfile profile(UserId id);
}
