package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.PeopleSearchFilter;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.SearchPosition;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.UserQueries;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks people up. */
@ApplicationScoped
public class FindUsersService implements Users {
    private final UserQueries users;
    private final AccountRepository accounts;
    private final PeopleSearchFilter filter;

    FindUsersService(UserQueries users, AccountRepository accounts, PeopleSearchFilter filter) {
        this.users = users;
        this.accounts = accounts;
        this.filter = filter;
    }

    // One question, so without a transaction, which would cost three more round trips; the next one likewise.
    @Override
    public Map<UserId, UserProfile> profiles(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return users.profiles(Set.copyOf(ids)).stream()
                .collect(Collectors.toUnmodifiableMap(UserProfile::id, Function.identity()));
    }

    @Override
    public UserProfile profile(UserId id) {
        return users.profile(id).orElseThrow(FindUsersService::notFound);
    }

    @Override
    @Transactional
    public Set<UserId> active(Collection<UserId> ids) {
        return ids.isEmpty() ? Set.of() : users.active(Set.copyOf(ids));
    }

    @Override
    @Transactional
    public Optional<UserProfile> named(String username) {
        return users.named(username);
    }

    @Override
    @Transactional
    public Set<Long> pictures(Collection<Long> images) {
        return images.isEmpty() ? Set.of() : users.pictures(images);
    }

    /** Disabled accounts, and those who do not want to be found by this one, are left out. */
    @Transactional
    public Page<UserProfile> search(UserId seeker, String text, @Nullable SearchPosition after, int limit) {
        return users.search(text, filter.hiddenFrom(seeker), after, limit);
    }

    /** All that the owner of an account may see of it. */
    @Transactional
    public Account account(UserId id) {
        return accounts.find(id).orElseThrow(FindUsersService::notFound);
    }

    private static ParleyException notFound() {
        return ParleyException.of(IdentityError.USER_NOT_FOUND);
    }
}
