package chat.parley.identity.service;

import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import chat.parley.identity.model.PasswordPolicy;
import chat.parley.identity.port.CommonPasswords;
import chat.parley.identity.port.PasswordHasher;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a new password, if it is good enough. */
@ApplicationScoped
public class ChoosePasswordService {
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;

    ChoosePasswordService(CommonPasswords common, PasswordHasher hasher) {
        this.policy = new PasswordPolicy(common::contains);
        this.hasher = hasher;
    }

    PasswordHash choose(Password password, String username, String email) {
        policy.check(password, username, email);
        return hasher.hash(password);
    }
}
