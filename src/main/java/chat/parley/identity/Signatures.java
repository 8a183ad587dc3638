package chat.parley.identity;

/** Signs short texts with the server's key, so that what was handed out is recognised when it comes back, on any node. */
public interface Signatures {
    /** A signature that fits into a URL. */
    String sign(String text);

    /** Whether {@link #sign} made this of just this text. */
    boolean isGenuine(String text, String signature);
}
