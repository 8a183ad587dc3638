package chat.parley.identity.handler.rest.deletion;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.service.deletion.DeleteAccountService;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The end of an account. */
@Path("deleteAccount")
@Tag(name = "user")
@Authenticated
@RunOnVirtualThread
public class DeleteAccountResource {
    private static final String REQUEST = """
            {"currentPassword": "correct horse battery"}""";

    private final DeleteAccountService deletion;
    private final CurrentUser caller;

    DeleteAccountResource(DeleteAccountService deletion, CurrentUser caller) {
        this.deletion = deletion;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(204)
    @Operation(operationId = "deleteAccount", summary = "Delete my account", description = """
                    For good. Name, e-mail address, profile and sessions are erased and every WebSocket is closed; the user \
                    name is free again. Friendships and blocks end. The caller leaves every group: one they created goes \
                    to its longest-serving admin, or else to its longest-serving member, and is deleted if nobody is \
                    left. What they wrote stays, by a deleted user.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "password", value = REQUEST)))
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "identity.current_password_wrong")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    @APIResponse(responseCode = "429", description = "identity.throttled")
    @APIResponse(responseCode = "503", description = "identity.busy")
    public void delete(@Valid @NotNull DeleteAccountRequest request) {
        deletion.delete(caller.id(), request.password());
    }
}
