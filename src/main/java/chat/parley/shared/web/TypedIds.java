package chat.parley.shared.web;

import chat.parley.shared.id.TypedId;
import java.lang.reflect.Constructor;

/** Makes an id of a given type from its text; every {@link TypedId} is a record of one long. */
final class TypedIds {
    private TypedIds() {}

    static boolean isTypedId(Class<?> type) {
        return type.isRecord() && TypedId.class.isAssignableFrom(type);
    }

    static Object parse(Class<?> type, String text) {
        long value = TypedId.parse(text);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(long.class);
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a public record of one long", e);
        }
    }
}
