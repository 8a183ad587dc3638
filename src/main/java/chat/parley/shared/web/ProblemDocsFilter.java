package chat.parley.shared.web;

import chat.parley.shared.error.RequestError;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Resources name the codes an error status can carry, {@code "room.forbidden, room.not_a_member"}; this gives each such
 * response the shape of a problem document and an example for each code.
 */
@OpenApiFilter(RunStage.BUILD)
public class ProblemDocsFilter implements OASFilter {
    /** What is added by itself to operations that take a body. */
    private static final String AUTOMATIC_MALFORMED = "Bad Request";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getRequestBody() != null && !operation.getResponses().hasAPIResponse("413")) {
            var tooLarge = OASFactory.createAPIResponse().description(RequestError.TOO_LARGE.code());
            operation.getResponses().addAPIResponse("413", tooLarge);
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() != null || response.getContent() != null) {
                return;
            }
            if (AUTOMATIC_MALFORMED.equals(response.getDescription())) {
                response.setRef("#/components/responses/" + ApiDocs.MALFORMED);
            } else if (status.matches("[45]\\d\\d")) {
                describe(Integer.parseInt(status), response);
            }
        });
        return operation;
    }

    private static void describe(int status, APIResponse response) {
        Map<String, Example> examples = new LinkedHashMap<>();
        for (String code : response.getDescription().split(",\\s*")) {
            if (!code.matches("[a-z]+\\.[a-z_]+")) {
                return;
            }
            examples.put(code, OASFactory.createExample().value(problem(status, code)));
        }
        MediaType problem = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .examples(examples);
        response.setContent(OASFactory.createContent().addMediaType(ProblemResponse.MEDIA_TYPE, problem));
    }

    private static Map<String, Object> problem(int status, String code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/docs/errors#" + code);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("retryable", status == 429 || status == 503);
        problem.put("traceId", "0K5F2Q8ZV3M1C");
        return problem;
    }
}
