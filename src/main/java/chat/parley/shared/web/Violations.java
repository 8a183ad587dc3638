package chat.parley.shared.web;

import chat.parley.shared.error.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Bean Validation's findings in the form that clients get. */
public final class Violations {
    private Violations() {}

    public static List<FieldError> fields(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(v -> new FieldError(pointer(v.getPropertyPath()), v.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    // A body's path reads method.parameter.property; a query parameter's ends with the parameter itself.
    private static String pointer(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        List<Path.Node> named =
                nodes.stream().filter(n -> n.getKind() == ElementKind.PROPERTY).toList();
        if (named.isEmpty()) {
            named = nodes.stream()
                    .filter(n -> n.getKind() == ElementKind.PARAMETER)
                    .toList();
        }
        return named.stream()
                .map(n -> (n.getIndex() != null ? "/" + n.getIndex() : "") + "/" + n.getName())
                .collect(Collectors.joining());
    }
}
