package chat.parley.identity.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.service.DisableAccountService;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is let in at all: for admins. */
@Path("user")
@Tag(name = "user")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AccountAccessResource {
    private static final String REQUEST = "{\"userId\": \"764338281340502016\"}";
    private static final String NOT_AN_ADMIN = """
            {"type": "/docs/errors#identity.admins_only", "title": "Forbidden", "status": 403,
             "detail": "Only admins of the server may do this.", "instance": "/api/user/disable",
             "code": "identity.admins_only", "retryable": false, "traceId": "0K5F2Q8ZV3M1C"}""";

    private final DisableAccountService accounts;
    private final CurrentUser caller;

    AccountAccessResource(DisableAccountService accounts, CurrentUser caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @Path("disable")
    @Operation(
            operationId = "disableUser",
            summary = "Shut somebody out (admins)",
            description = "Ends all sessions of the account at once, sockets included, on every node. Its owner cannot"
                    + " sign in until it is enabled again. Profile and messages stay.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "disable", value = REQUEST)))
    @APIResponse(responseCode = "204", description = "The account is disabled.")
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "403",
            description = "The caller is no admin.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.admins_only", value = NOT_AN_ADMIN)))
    @APIResponse(
            responseCode = "404",
            description = "Nobody has this id.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(name = "identity.user_not_found", value = Examples.USER_NOT_FOUND)))
    @APIResponse(responseCode = "422", description = "request.invalid, identity.disable_self")
    public void disable(@Valid @NotNull AccountAccessRequest request) {
        accounts.disable(caller.id(), request.userId());
    }

    @POST
    @Path("enable")
    @Operation(
            operationId = "enableUser",
            summary = "Let somebody in again (admins)",
            description = "The owner of the account may sign in again, with the password they had.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "enable", value = REQUEST)))
    @APIResponse(responseCode = "204", description = "The account is enabled.")
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "403",
            description = "The caller is no admin.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.admins_only", value = NOT_AN_ADMIN)))
    @APIResponse(
            responseCode = "404",
            description = "Nobody has this id.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(name = "identity.user_not_found", value = Examples.USER_NOT_FOUND)))
    @APIResponse(responseCode = "422", description = "request.invalid, identity.disable_self")
    public void enable(@Valid @NotNull AccountAccessRequest request) {
        accounts.enable(caller.id(), request.userId());
    }
}
