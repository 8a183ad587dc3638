package chat.parley.identity.repository;

import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.AccountChange;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.AccountRepository;
import chat.parley.shared.error.ParleyException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Accounts in MySQL. Its unique keys, not a look beforehand, decide who gets a name. */
@ApplicationScoped
class PanacheAccountRepository implements AccountRepository, PanacheRepositoryBase<UserEntity, Long> {
    @Override
    public void add(Account account) {
        persist(UserMapper.entity(account));
        flushOrConflict();
    }

    @Override
    public void requireFree(String username, String email) {
        if (count("username", username) > 0) {
            throw conflict(IdentityError.USERNAME_TAKEN, "/username");
        }
        if (count("email", email) > 0) {
            throw conflict(IdentityError.EMAIL_TAKEN, "/email");
        }
    }

    @Override
    public Optional<Account> findByLogin(String login) {
        // A user name never contains the sign that every address has.
        String column = login.contains("@") ? "email" : "username";
        return find(column, login).firstResultOptional().map(UserMapper::account);
    }

    @Override
    public Optional<Account> find(UserId id) {
        return findByIdOptional(id.value()).map(UserMapper::account);
    }

    @Override
    public Optional<Account> lock(UserId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(UserMapper::account);
    }

    @Override
    public Account change(UserId id, AccountChange change, @Nullable PasswordHash newHash, Instant now) {
        UserEntity user = findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
        user.apply(change, newHash, now);
        flushOrConflict();
        return UserMapper.account(user);
    }

    @Override
    public void disable(UserId id, Instant now) {
        update("disabledAt = ?1, updatedAt = ?1 where id = ?2", now, id.value());
    }

    @Override
    public void enable(UserId id, Instant now) {
        update("disabledAt = null, updatedAt = ?1 where id = ?2", now, id.value());
    }

    @Override
    public void replaceHash(UserId id, PasswordHash hash) {
        update("passwordHash = ?1 where id = ?2", hash.phc(), id.value());
    }

    private void flushOrConflict() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            String key = String.valueOf(e.getConstraintName());
            if (key.endsWith("users_username")) {
                throw conflict(IdentityError.USERNAME_TAKEN, "/username");
            }
            if (key.endsWith("users_email")) {
                throw conflict(IdentityError.EMAIL_TAKEN, "/email");
            }
            throw e;
        }
    }

    private static ParleyException conflict(IdentityError error, String pointer) {
        return ParleyException.onField(error, pointer, "is taken");
    }
}
