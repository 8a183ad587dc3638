package chat.parley.room.model;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.shared.id.WireEnum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a member list, which goes by role, then name, then id. */
public record MemberPosition(Role role, String name, UserId userId) {
    private static final int PARTS = 3;

    /**
     * Reads {@link #toString}.
     *
     * @throws RuntimeException if it is anything else
     */
    public static MemberPosition parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        String[] parts = plain.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a place in a member list");
        }
        return new MemberPosition(WireEnum.parse(Role.class, parts[0]), parts[2], UserId.parse(parts[1]));
    }

    @Override
    public String toString() {
        byte[] plain = (role.wireName() + " " + userId + " " + name).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
