package chat.parley.realtime.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.realtime.service.presence.LastSeenService;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** When people were here. */
@Path("lastSeen")
@Tag(name = "user")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class LastSeenResource {
    private static final String EXAMPLE = """
            {"items": [{"userId": "561170204017364992", "lastSeenAt": "2026-11-22T15:04:00.000Z"}]}""";

    private final LastSeenService lastSeen;
    private final CurrentUser caller;

    LastSeenResource(LastSeenService lastSeen, CurrentUser caller) {
        this.lastSeen = lastSeen;
        this.caller = caller;
    }

    /** When one person was here last, to the minute. */
    public record LastSeenResponse(UserId userId, Instant lastSeenAt) {}

    /** Those of the people asked for of whom it is known and shown. */
    public record LastSeenListResponse(List<LastSeenResponse> items) {}

    @GET
    @Operation(operationId = "getLastSeen", summary = "When people were here last", description = """
                    To the minute. Friends and people who share a room with the caller are answered; those who hide it, \
                    and those between whom and the caller there is a block, are left out. Who is here at the moment is \
                    told on the WebSocket (`presence.watch`).""")
    @APIResponse(
            responseCode = "200",
            description = "What is known",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LastSeenListResponse.class),
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public LastSeenListResponse get(
            @Parameter(description = "Whom; may be given more than once.")
                    @RestQuery("userId")
                    @NotEmpty
                    @Size(max = 100)
                    List<UserId> userIds) {
        Map<UserId, Instant> seen = lastSeen.of(caller.id(), userIds);
        return new LastSeenListResponse(seen.entrySet().stream()
                .map(entry -> new LastSeenResponse(entry.getKey(), entry.getValue()))
                .toList());
    }
}
