package chat.parley.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that only its owner keeps; the server remembers nothing but the hash.
 *
 * @param text as it travels in the cookie
 */
public record RefreshToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static RefreshToken random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** SHA-256; a slow hash would add nothing to a secret that cannot be guessed. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "RefreshToken[***]";
    }
}
