package chat.parley.message.model.search;

import chat.parley.media.Attachment;
import chat.parley.shared.id.WireEnum;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message can bring besides its words. */
public enum Has implements WireEnum {
    LINK,
    FILE,
    IMAGE,
    VIDEO,
    AUDIO;

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s/]", Pattern.CASE_INSENSITIVE);

    /** What a message with this text and file brings. */
    public static Set<Has> of(@Nullable String text, @Nullable Attachment file) {
        return of(text, file == null ? null : file.mime());
    }

    /** @param mime of its file; null if it has none */
    public static Set<Has> of(@Nullable String text, @Nullable String mime) {
        Set<Has> all = EnumSet.noneOf(Has.class);
        if (text != null && ADDRESS.matcher(text).find()) {
            all.add(LINK);
        }
        if (mime != null) {
            all.add(FILE);
            for (Has kind : EnumSet.of(IMAGE, VIDEO, AUDIO)) {
                if (mime.startsWith(kind.wireName() + "/")) {
                    all.add(kind);
                }
            }
        }
        return all;
    }

    /** As it is indexed, like a piece of a text. */
    public String gram() {
        return "1has" + wireName();
    }
}
