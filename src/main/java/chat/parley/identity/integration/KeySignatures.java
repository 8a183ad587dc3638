package chat.parley.identity.integration;

import chat.parley.identity.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** ES256 with the keys of the access tokens: {@code <key id>.<signature>}. What is signed can never pass for a token. */
@ApplicationScoped
class KeySignatures implements Signatures {
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    /** A JWT's signed part never begins like this. */
    private static final String CONTEXT = "parley-signature\n";

    private final SigningKeys keys;

    KeySignatures(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String sign(String text) {
        EllipticCurveJsonWebKey key = keys.signing();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivateKey());
            signature.update(bytes(text));
            return key.getKeyId() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server's key cannot sign", e);
        }
    }

    @Override
    public boolean isGenuine(String text, String signature) {
        int dot = signature.indexOf('.');
        if (dot < 0) {
            return false;
        }
        return keys.find(signature.substring(0, dot))
                .map(key -> verify(key, text, signature.substring(dot + 1)))
                .orElse(false);
    }

    private static boolean verify(EllipticCurveJsonWebKey key, String text, String encoded) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key.getPublicKey());
            signature.update(bytes(text));
            return signature.verify(Base64.getUrlDecoder().decode(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return (CONTEXT + text).getBytes(StandardCharsets.UTF_8);
    }
}
