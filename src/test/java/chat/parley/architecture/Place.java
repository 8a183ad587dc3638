package chat.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a class lives in the house.
 *
 * @param feature the package under the base, such as {@code room}
 * @param layer {@code root}, or one of the layers below a feature
 */
record Place(String feature, String layer) {
    static final Set<String> LAYERS = Set.of("model", "port", "service", "repository", "integration", "handler");

    /** Empty for classes outside of the base package, or directly in it. */
    static Optional<Place> of(JavaClass type, String base) {
        String name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        List<String> steps = Arrays.asList(name.substring(base.length() + 1).split("\\."));
        String feature = steps.getFirst();
        String layer = steps.size() > 1 && LAYERS.contains(steps.get(1)) ? steps.get(1) : "root";
        return Optional.of(new Place(feature, layer));
    }
}
