package chat.parley.testing;

import chat.parley.identity.IdentityError;
import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.shared.error.ParleyException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts in memory. */
public final class FakeUsers implements Users {
    private final Map<UserId, UserProfile> accounts = new LinkedHashMap<>();
    private final Set<UserId> disabled = new HashSet<>();
    private int questions;

    public UserId add(long number, String name) {
        UserId id = new UserId(number);
        accounts.put(id, new UserProfile(id, name, name, null, null, null, null, Permission.USER, null, Instant.EPOCH));
        return id;
    }

    public void disable(UserId id) {
        disabled.add(id);
    }

    /** How often anything was asked. */
    public int questions() {
        return questions;
    }

    @Override
    public Map<UserId, UserProfile> profiles(Collection<UserId> ids) {
        questions++;
        Map<UserId, UserProfile> found = new LinkedHashMap<>(accounts);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public Set<UserId> active(Collection<UserId> ids) {
        Set<UserId> found = new HashSet<>(profiles(ids).keySet());
        found.removeAll(disabled);
        return found;
    }

    @Override
    public UserProfile profile(UserId id) {
        UserProfile profile = profiles(Set.of(id)).get(id);
        if (profile == null) {
            throw ParleyException.of(IdentityError.USER_NOT_FOUND);
        }
        return profile;
    }

    @Override
    public Optional<UserProfile> named(String username) {
        return accounts.values().stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }

    @Override
    public Set<Long> pictures(Collection<Long> images) {
        return Set.of();
    }
}
