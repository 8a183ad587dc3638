package chat.parley.shared.web;

import chat.parley.shared.id.TypedId;
import chat.parley.shared.id.WireEnum;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/**
 * Describes ids and enums as JSON carries them, which is not how their Java classes look: ids are strings of digits,
 * and a {@link WireEnum} is in lower case.
 */
@OpenApiFilter(RunStage.BUILD)
public class WireTypeDocsFilter implements OASFilter {
    private static final String AUTOMATIC_REFUSAL = "Not Allowed";

    private final Set<String> ids;
    private final Set<String> enums;

    /** Made by Quarkus while it builds the application. */
    public WireTypeDocsFilter(IndexView index) {
        ids = implementors(index, TypedId.class);
        enums = implementors(index, WireEnum.class);
    }

    private static Set<String> implementors(IndexView index, Class<?> type) {
        return index.getAllKnownImplementations(type).stream()
                .map(implementor -> implementor.simpleName())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (enums.contains(name)) {
                lowerCase(schema);
            }
        });
        ids.stream()
                .filter(document.getComponents().getSchemas()::containsKey)
                .forEach(name -> document.getComponents().addSchema(name, id()));
    }

    /** Takes away the 403 that is added to whatever needs a sign-in: who may do what is written at each operation. */
    @Override
    public Operation filterOperation(Operation operation) {
        var forbidden = operation.getResponses().getAPIResponse("403");
        if (forbidden != null && AUTOMATIC_REFUSAL.equals(forbidden.getDescription())) {
            operation.getResponses().removeAPIResponse("403");
        }
        return operation;
    }

    private static Schema id() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .pattern("^[1-9][0-9]{0,18}$")
                .description("A 64-bit number as a string of decimal digits.")
                .examples(List.of("764338281340502016"));
    }

    private static void lowerCase(Schema schema) {
        schema.setEnumeration(Objects.requireNonNullElse(schema.getEnumeration(), List.of()).stream()
                .map(value -> (Object) String.valueOf(value).toLowerCase(Locale.ROOT))
                .toList());
    }
}
