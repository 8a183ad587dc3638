package chat.parley.identity;

import java.util.Set;

/** Who is not found by whom; a feature that stands above knows it. */
public interface PeopleSearchFilter {
    Set<UserId> hiddenFrom(UserId seeker);
}
