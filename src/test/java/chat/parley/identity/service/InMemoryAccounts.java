package chat.parley.identity.service;

import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.AccountRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts without a database. */
final class InMemoryAccounts implements AccountRepository {
    final Map<UserId, Account> accounts = new LinkedHashMap<>();

    Account put(String username, String hash, boolean disabled) {
        UserId id = new UserId(accounts.size() + 1L);
        var profile =
                new UserProfile(id, username, username, null, null, null, null, Permission.USER, null, Instant.EPOCH);
        Account account =
                new Account(profile, username + "@example.com", null, new PasswordHash(hash), disabled, false);
        accounts.put(id, account);
        return account;
    }

    @Override
    public void add(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public void requireFree(String username, String email) {}

    @Override
    public Optional<Account> findByLogin(String login) {
        return accounts.values().stream()
                .filter(account -> account.profile().username().equalsIgnoreCase(login))
                .findFirst();
    }

    @Override
    public Optional<Account> find(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> lock(UserId id) {
        return find(id);
    }

    @Override
    public Account change(UserId id, AccountChange change, @Nullable PasswordHash newHash, Instant now) {
        Account old = accounts.get(id);
        var hash = newHash != null ? newHash : old.passwordHash();
        Account changed = new Account(old.profile(), old.email(), old.locale(), hash, old.disabled(), false);
        accounts.put(id, changed);
        return changed;
    }

    @Override
    public void replaceHash(UserId id, PasswordHash hash) {
        Account old = accounts.get(id);
        accounts.put(id, new Account(old.profile(), old.email(), old.locale(), hash, old.disabled(), false));
    }

    @Override
    public void disable(UserId id, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enable(UserId id, Instant now) {
        throw new UnsupportedOperationException();
    }
}
