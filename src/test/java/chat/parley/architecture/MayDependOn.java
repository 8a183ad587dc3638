package chat.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Holds every dependency between two places of the house against a table. */
final class MayDependOn extends ArchCondition<JavaClass> {
    private final String base;
    private final BiPredicate<Place, Place> allowed;

    MayDependOn(String description, String base, BiPredicate<Place, Place> allowed) {
        super(description);
        this.base = base;
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Place from = Place.of(type, base).orElseThrow();
        type.getDirectDependenciesFromSelf()
                .forEach(dependency -> Place.of(dependency.getTargetClass().getBaseComponentType(), base)
                        .filter(to -> !allowed.test(from, to))
                        .ifPresent(to -> events.add(SimpleConditionEvent.violated(
                                type, from + " may not use " + to + ": " + dependency.getDescription()))));
    }
}
