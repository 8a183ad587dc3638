package chat.parley.identity.integration;

import chat.parley.identity.model.Password;
import chat.parley.identity.model.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash with its parameters, as the PHC string format writes it. */
final class Argon2Hash {
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int HASH_BYTES = 32;

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash of(Password password, Argon2Cost cost, byte[] salt) {
        return new Argon2Hash(cost, salt, compute(password, cost, salt, HASH_BYTES));
    }

    static Argon2Hash parse(PasswordHash stored) {
        Matcher phc = PHC.matcher(stored.phc());
        if (!phc.matches()) {
            throw new IllegalStateException("A stored password hash is not Argon2id in PHC format");
        }
        var cost = new Argon2Cost(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(cost, base64.decode(phc.group(4)), base64.decode(phc.group(5)));
    }

    Argon2Cost cost() {
        return cost;
    }

    PasswordHash format() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash)));
    }

    boolean matches(Password password) {
        return MessageDigest.isEqual(hash, compute(password, cost, salt, hash.length));
    }

    private static byte[] compute(Password password, Argon2Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] result = new byte[length];
        generator.generateBytes(password.text().getBytes(StandardCharsets.UTF_8), result);
        return result;
    }
}
