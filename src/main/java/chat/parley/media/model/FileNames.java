package chat.parley.media.model;

import java.text.Normalizer;

/** Names of uploads: shown, and proposed when somebody saves the file; never a path, never trusted for the type. */
public final class FileNames {
    private static final int MAX = 200;
    private static final String NAMELESS = "file";

    private FileNames() {}

    /** The last part of what a client calls the file, without what cannot be shown on one line. */
    public static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileNames::isShown)
                .forEach(kept::appendCodePoint);
        String name = shortened(kept.toString().strip());
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? NAMELESS : name;
    }

    // Marks that turn the direction of writing make "gpj.exe" of "exe.jpg".
    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }

    /** Keeps the ending, by which people and their programs know what to do with it. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, MAX - ending.length())) + ending;
    }

    /** The name with another ending, for bytes that became of another type. */
    public static String withEnding(String name, String ending) {
        int dot = name.lastIndexOf('.');
        return shortened((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}
