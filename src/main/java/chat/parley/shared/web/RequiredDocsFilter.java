package chat.parley.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the code says is never null is always present in JSON, because nothing is written as null; so the documentation
 * calls it required. Generated clients then know which fields they need not check.
 */
@OpenApiFilter(RunStage.BUILD)
public class RequiredDocsFilter implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private final IndexView classes;

    /** The framework hands over what it knows of the application's classes. */
    public RequiredDocsFilter(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        List<ClassInfo> records = classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("chat.parley."))
                .toList();
        Set<String> givenNames = records.stream()
                .filter(RequiredDocsFilter::hasGivenName)
                .map(RequiredDocsFilter::schemaName)
                .collect(Collectors.toSet());
        records.stream()
                // A domain record may be called as the schema of its wire shape is.
                .filter(type -> hasGivenName(type) || !givenNames.contains(schemaName(type)))
                .forEach(type -> {
                    var schema = schemas.get(schemaName(type));
                    if (schema != null && schema.getProperties() != null) {
                        schema.setRequired(required(type, schema.getRequired()));
                    }
                });
    }

    private static String schemaName(ClassInfo type) {
        return hasGivenName(type)
                ? type.declaredAnnotation(SCHEMA).value("name").asString()
                : type.simpleName();
    }

    private static boolean hasGivenName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null;
    }

    // In a request a field may be null in the code and yet refused when it is missing.
    private static List<String> required(ClassInfo type, @Nullable List<String> validated) {
        return type.recordComponents().stream()
                .filter(component ->
                        !isNullable(component) || validated != null && validated.contains(component.name()))
                .map(RecordComponentInfo::name)
                .toList();
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE) || component.hasAnnotation(NULLABLE);
    }
}
