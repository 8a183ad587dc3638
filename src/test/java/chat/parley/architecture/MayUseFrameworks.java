package chat.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Holds what a class uses from outside of the house against its layer's list. */
final class MayUseFrameworks extends ArchCondition<JavaClass> {
    private final String base;

    MayUseFrameworks(String base) {
        super("use only the frameworks of their layer");
        this.base = base;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Place place = Place.of(type, base).orElseThrow();
        Set<Set<String>> allowed = HouseRules.FRAMEWORKS.get(place.layer());
        // The kernel's roots carry what all handlers share.
        if (allowed == null
                || place.feature().equals("shared")
                || place.feature().equals("embedded")) {
            return;
        }
        type.getDirectDependenciesFromSelf().forEach(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean fine = target.isPrimitive()
                    || target.getName().startsWith(base + ".")
                    || allowed.stream().flatMap(Set::stream).anyMatch(target.getName()::startsWith);
            if (!fine) {
                events.add(SimpleConditionEvent.violated(
                        type, "the layer " + place.layer() + " may not use: " + dependency.getDescription()));
            }
        });
    }
}
