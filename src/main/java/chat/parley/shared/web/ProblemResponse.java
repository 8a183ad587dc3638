package chat.parley.shared.web;

import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457), the body of every REST error. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457).")
public record ProblemResponse(
        @Schema(description = "Where the code is explained.", examples = "/docs/errors#room.not_found")
        String type,

        @Schema(examples = "Not Found") String title,
        @Schema(examples = "404") int status,

        @Schema(
                description = "What happened and what to do.",
                examples = "There is no such room, or it is not open to you.")
        String detail,

        @Schema(description = "The path that was called.", examples = "/api/room")
        String instance,

        @Schema(description = "Stable code for programs.", examples = "room.not_found")
        String code,

        @Schema(description = "Whether the same call may succeed later.")
        boolean retryable,

        @Schema(description = "Finds this call in the server's log.", examples = "0K5F2Q8ZV3M1C")
        String traceId,

        @Schema(description = "The values that broke a rule.") @Nullable
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemResponse of(ParleyException e, String path, String traceId) {
        var kind = e.code().kind();
        return new ProblemResponse(
                "/docs/errors#" + e.code().code(),
                ErrorTable.title(kind),
                ErrorTable.httpStatus(kind),
                String.valueOf(e.getMessage()),
                path,
                e.code().code(),
                e.code().retryable(),
                traceId,
                e.fields().isEmpty() ? null : e.fields());
    }
}
