package chat.parley.identity.handler.rest;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text as people meant it: without blanks around it, and in the one Unicode form (NFC) in which equal is equal. */
final class PlainText {
    private PlainText() {}

    /** A field that must be there; one that is not stays null until validation, a moment later, refuses it. */
    static String required(String typed) {
        return typed == null ? typed : normal(typed);
    }

    static @Nullable String optional(@Nullable String typed) {
        return typed == null ? null : normal(typed);
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
