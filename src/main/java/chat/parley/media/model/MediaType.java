package chat.parley.media.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What bytes are, found out from the bytes. Names and what clients claim are never asked. */
public final class MediaType {
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";
    public static final String GIF = "image/gif";
    public static final String WEBP = "image/webp";
    public static final String SVG = "image/svg+xml";
    public static final String HTML = "text/html";
    public static final String TEXT = "text/plain";
    public static final String UNKNOWN = "application/octet-stream";

    /** So much of a file is looked at. */
    public static final int HEAD = 4096;

    private static final int MARKUP_HEAD = 1024;

    /** Bytes at a place; a dot stands for any byte. */
    private record Magic(int at, byte[] bytes, String mime) {
        static Magic of(int at, String latin1, String mime) {
            return new Magic(at, latin1.getBytes(StandardCharsets.ISO_8859_1), mime);
        }

        boolean matches(byte[] head) {
            if (head.length < at + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (head[at + i] != bytes[i] && bytes[i] != '.') {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> MAGIC = List.of(
            Magic.of(0, "\u00FF\u00D8\u00FF", JPEG),
            Magic.of(0, "\u0089PNG\r\n\u001A\n", PNG),
            Magic.of(0, "GIF87a", GIF),
            Magic.of(0, "GIF89a", GIF),
            Magic.of(0, "RIFF....WEBPVP8", WEBP),
            Magic.of(0, "RIFF....WAVE", "audio/wav"),
            Magic.of(0, "RIFF....AVI ", "video/x-msvideo"),
            Magic.of(0, "%PDF-", "application/pdf"),
            Magic.of(4, "ftypM4A ", "audio/mp4"),
            Magic.of(4, "ftypM4B ", "audio/mp4"),
            Magic.of(4, "ftypqt  ", "video/quicktime"),
            Magic.of(4, "ftyphei", "image/heic"),
            Magic.of(4, "ftypmif1", "image/heif"),
            Magic.of(4, "ftypavif", "image/avif"),
            Magic.of(4, "ftyp", "video/mp4"),
            Magic.of(0, "fLaC", "audio/flac"),
            Magic.of(0, "ID3", "audio/mpeg"),
            Magic.of(0, "\u00FF\u00FB", "audio/mpeg"),
            Magic.of(0, "\u00FF\u00F3", "audio/mpeg"),
            Magic.of(0, "\u00FF\u00F2", "audio/mpeg"),
            Magic.of(0, "\u00FF\u00F1", "audio/aac"),
            Magic.of(0, "\u00FF\u00F9", "audio/aac"),
            Magic.of(0, "PK\u0003\u0004", "application/zip"),
            Magic.of(0, "PK\u0005\u0006", "application/zip"),
            Magic.of(0, "\u001F\u008B", "application/gzip"),
            Magic.of(0, "7z\u00BC\u00AF\u0027\u001C", "application/x-7z-compressed"),
            Magic.of(0, "Rar!\u001A\u0007", "application/vnd.rar"),
            Magic.of(257, "ustar", "application/x-tar"),
            Magic.of(0, "BM....\u0000\u0000\u0000\u0000", "image/bmp"),
            Magic.of(0, "II*\u0000", "image/tiff"),
            Magic.of(0, "MM\u0000*", "image/tiff"));

    private static final List<String> HTML_MARKS = List.of(
            "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<style", "<title", "<table", "<h1");

    private MediaType() {}

    /** The type of a file that begins with these bytes. */
    public static String of(byte[] head) {
        for (Magic magic : MAGIC) {
            if (magic.matches(head)) {
                return magic.mime();
            }
        }
        String matroska = matroska(head);
        if (matroska != null) {
            return matroska;
        }
        if (Magic.of(0, "OggS", "").matches(head)) {
            return latin1(head, 128).contains("theora") ? "video/ogg" : "audio/ogg";
        }
        return text(head);
    }

    private static @Nullable String matroska(byte[] head) {
        if (!Magic.of(0, "\u001AE\u00DF\u00A3", "").matches(head)) {
            return null;
        }
        String start = latin1(head, 64);
        return start.contains("webm") ? "video/webm" : "video/x-matroska";
    }

    private static String text(byte[] head) {
        String start = latin1(head, MARKUP_HEAD).toLowerCase(Locale.ROOT).stripLeading();
        if (start.contains("<svg")) {
            return SVG;
        }
        if (HTML_MARKS.stream().anyMatch(start::contains)) {
            return HTML;
        }
        if (start.startsWith("<?xml")) {
            return "application/xml";
        }
        return isText(head) ? TEXT : UNKNOWN;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
                return false;
            }
        }
        // The last character may be cut.
        String decoded = new String(head, StandardCharsets.UTF_8);
        int wrong = decoded.indexOf('\uFFFD');
        return head.length > 0 && (wrong < 0 || head.length == HEAD && wrong >= decoded.length() - 3);
    }

    private static String latin1(byte[] head, int max) {
        return new String(head, 0, Math.min(head.length, max), StandardCharsets.ISO_8859_1);
    }
}
