package chat.parley.identity.port;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.SearchPosition;
import chat.parley.shared.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what everybody may know of accounts. */
public interface UserQueries {
    Optional<UserProfile> profile(UserId id);

    /** As they are committed, or as the present transaction has written them so far. One query. */
    List<UserProfile> profiles(Collection<UserId> ids);

    Set<UserId> active(Collection<UserId> ids);

    Optional<UserProfile> named(String username);

    /** Those of the images that are somebody's profile picture. */
    Set<Long> pictures(Collection<Long> images);

    /** People whose user name or display name contains the text; disabled accounts and the hidden ones are left out. */
    Page<UserProfile> search(String text, Set<UserId> hidden, @Nullable SearchPosition after, int limit);
}
