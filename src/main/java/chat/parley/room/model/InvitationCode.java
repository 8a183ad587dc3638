package chat.parley.room.model;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 144 random bits, in letters that can stand in a URL. */
public record InvitationCode(String value) {
    private static final int BYTES = 18;

    public static InvitationCode random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InvitationCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    // Whoever knows the code may enter, so it must not reach a log by accident.
    @Override
    public String toString() {
        return "InvitationCode[...]";
    }
}
