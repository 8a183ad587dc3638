package chat.parley.media.model;

/** How large a file may be. */
public final class UploadLimit {
    /** What the multipart form around a file may take of the request. */
    private static final long FORM = 16_384;

    private UploadLimit() {}

    /** The largest file that fits into a request of this size. */
    public static long ofRequest(long requestBytes) {
        return Math.max(0, requestBytes - FORM);
    }
}
