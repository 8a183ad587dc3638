package chat.parley.media.model;

import java.util.HexFormat;

/** Names stored bytes by what they are: the SHA-256 of them, in lower-case hexadecimal. */
public record BlobKey(String hex) {
    private static final int LENGTH = 64;

    /** Refuses everything else, because storage makes paths of it. */
    public BlobKey {
        if (hex.length() != LENGTH || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }

    public static BlobKey of(byte[] sha256) {
        return new BlobKey(HexFormat.of().formatHex(sha256));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
