package chat.parley.shared.id;

import java.util.Locale;

/** An enum that is written in lower case in JSON and SQL, as the field writes it: {@code admin}, not {@code ADMIN}. */
public interface WireEnum {
    String name();

    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the constant by its lower-case name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E> & WireEnum> E parse(Class<E> type, String wireName) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wireName().equals(wireName)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such " + type.getSimpleName() + ": " + wireName);
    }
}
