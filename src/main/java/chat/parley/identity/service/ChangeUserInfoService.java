package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.PictureChosen;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionRevoked;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.port.SessionRepository;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets people change their own account. A new password ends every session but the one that set it. */
@ApplicationScoped
public class ChangeUserInfoService {
    private final AccountRepository accounts;
    private final ConfirmPasswordService confirmation;
    private final ChoosePasswordService passwords;
    private final SessionRepository sessions;
    private final Event<SessionRevoked> revoked;
    private final Event<PictureChosen> pictures;
    private final Clock clock;

    ChangeUserInfoService(
            AccountRepository accounts,
            ConfirmPasswordService confirmation,
            ChoosePasswordService passwords,
            SessionRepository sessions,
            Event<SessionRevoked> revoked,
            Event<PictureChosen> pictures,
            Clock clock) {
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.passwords = passwords;
        this.sessions = sessions;
        this.revoked = revoked;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Checks and hashes passwords before the transaction begins, because that is slow. */
    public Account change(ChangeUserInfo command) {
        return store(command, command.needsCurrentPassword() ? newHash(command) : null);
    }

    @Transactional
    Account store(ChangeUserInfo command, @Nullable PasswordHash newHash) {
        Instant now = clock.instant();
        String image = command.change().image();
        if (image != null && !image.isEmpty()) {
            pictures.fire(new PictureChosen(command.user(), image));
        }
        Account changed = accounts.change(command.user(), command.change(), newHash, now);
        if (newHash != null) {
            for (SessionId session : sessions.revokeAll(command.user(), command.session(), now)) {
                revoked.fire(new SessionRevoked(command.user(), session));
            }
        }
        return changed;
    }

    private @Nullable PasswordHash newHash(ChangeUserInfo command) {
        Account account =
                accounts.find(command.user()).orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
        confirmation.confirm(account, command.currentPassword());
        if (command.newPassword() == null) {
            return null;
        }
        String email = command.change().email() != null ? command.change().email() : account.email();
        return passwords.choose(command.newPassword(), account.profile().username(), email);
    }
}
