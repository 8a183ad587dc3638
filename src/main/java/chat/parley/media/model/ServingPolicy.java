package chat.parley.media.model;

import java.util.Set;

/** How bytes that somebody uploaded are handed out, so that they never become part of the page. */
public final class ServingPolicy {
    /** What a browser shows by itself and what cannot run anything; all else is saved. */
    private static final Set<String> SHOWN = Set.of(
            MediaType.JPEG,
            MediaType.PNG,
            MediaType.GIF,
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/wav",
            "audio/flac",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime");

    /** Types that are told as they are although they are saved. */
    private static final Set<String> SAVED = Set.of("application/pdf", "application/zip", MediaType.TEXT);

    private ServingPolicy() {}

    public static boolean isShown(String mime) {
        return SHOWN.contains(mime);
    }

    /** The {@code Content-Type} to answer with; markup and everything unknown is just bytes. */
    public static String contentType(String mime) {
        if (mime.equals(MediaType.TEXT)) {
            return "text/plain; charset=utf-8";
        }
        return isShown(mime) || SAVED.contains(mime) ? mime : MediaType.UNKNOWN;
    }
}
