package chat.parley.architecture;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

final class NoParameterAnnotatedWith extends ArchCondition<JavaConstructor> {
    private final Class<? extends Annotation> annotation;

    NoParameterAnnotatedWith(Class<? extends Annotation> annotation) {
        super("have no parameter annotated with @" + annotation.getSimpleName());
        this.annotation = annotation;
    }

    @Override
    public void check(JavaConstructor constructor, ConditionEvents events) {
        boolean annotated = constructor.getParameters().stream().anyMatch(p -> p.isAnnotatedWith(annotation));
        if (annotated) {
            events.add(SimpleConditionEvent.violated(constructor, constructor.getDescription() + " does"));
        }
    }
}
