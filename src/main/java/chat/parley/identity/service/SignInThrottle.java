package chat.parley.identity.service;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Device;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.limit.AttemptLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Slows down whoever guesses passwords or makes accounts in bulk: per account, known or not, and per network. Each node
 * counts for itself, so n nodes allow n times as much.
 */
@ApplicationScoped
public class SignInThrottle {
    private final AttemptLimit accounts;
    private final AttemptLimit networks;
    private final AttemptLimit registrations;

    SignInThrottle(IdentityConfig config, Clock clock) {
        var throttle = config.throttle();
        accounts = limit(clock, throttle.account(), throttle.maxKeys());
        networks = limit(clock, throttle.address(), throttle.maxKeys());
        registrations = limit(clock, throttle.registration(), throttle.maxKeys());
    }

    private static AttemptLimit limit(Clock clock, IdentityConfig.Limit limit, int maxKeys) {
        return new AttemptLimit(clock, limit.attempts(), limit.period(), maxKeys);
    }

    /** Counts an attempt to sign in. */
    public void admit(String login, Device device) {
        refuseFor(networks.take(device.network()));
        refuseFor(accounts.take(key(login)));
    }

    /** Counts a password that somebody gives for an account that they are signed in to. */
    public void admit(String login) {
        refuseFor(accounts.take(key(login)));
    }

    /**
     * The password was right: the account's attempts are given back. Those of the network are not, or an attacker could
     * sign in to an account of their own in between.
     */
    public void succeeded(String login) {
        accounts.forget(key(login));
    }

    public void admitRegistration(Device device) {
        refuseFor(registrations.take(device.network()));
    }

    private static String key(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static void refuseFor(Duration wait) {
        if (wait.isPositive()) {
            throw ParleyException.retryAfter(IdentityError.THROTTLED, wait);
        }
    }
}
