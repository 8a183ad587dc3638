package chat.parley.identity.service.deletion;

import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.identity.model.Account;
import chat.parley.identity.model.Password;
import chat.parley.identity.port.AccountRepository;
import chat.parley.identity.service.ConfirmPasswordService;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an account at its owner's wish. First everything personal is erased and every session ends; from then on nobody
 * can act as this user. Then the features settle what the user leaves behind; a server that stops in the middle goes on
 * with it later.
 */
@ApplicationScoped
public class DeleteAccountService {
    private static final Logger LOG = Logger.getLogger(DeleteAccountService.class);

    private final AccountRepository accounts;
    private final ConfirmPasswordService confirmation;
    private final EraseAccountService erasure;
    private final DepartureService departures;

    DeleteAccountService(
            AccountRepository accounts,
            ConfirmPasswordService confirmation,
            EraseAccountService erasure,
            DepartureService departures) {
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.erasure = erasure;
        this.departures = departures;
    }

    public void delete(UserId user, @Nullable Password current) {
        Account account = accounts.find(user).orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
        confirmation.confirm(account, current);
        erasure.erase(account);
        try {
            departures.depart(user);
        } catch (RuntimeException e) {
            // The account is gone, and that is what was asked for; the job goes on with the rest.
            LOG.warnf(e, "what the deleted user %s leaves behind is not settled yet", user);
        }
    }
}
