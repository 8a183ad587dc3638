package chat.parley.identity.handler.rest.device;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.SessionId;
import chat.parley.identity.service.device.DeviceService;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the caller is signed in. */
@Path("session")
@Tag(name = "session")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class DeviceResource {
    private static final String DEVICES = """
            {"items": [{"id": "561170204017364990", "userAgent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/133.0",
              "ip": "203.0.113.7", "createdAt": "2026-11-20T09:00:00.000Z", "lastUsedAt": "2026-11-22T15:00:00.000Z",
              "expiresAt": "2026-12-22T15:00:00.000Z", "current": true}]}""";

    private final DeviceService devices;
    private final CurrentUser caller;

    DeviceResource(DeviceService devices, CurrentUser caller) {
        this.devices = devices;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "Where I am signed in",
            description = "The sessions that are alive, the one used last first; at most 200.")
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeviceListResponse.class),
                            examples = @ExampleObject(name = "one", value = DEVICES)))
    public DeviceListResponse list() {
        return DeviceListResponse.from(devices.list(caller.id()), caller.sessionId());
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "revokeSession",
            summary = "End one of my sessions",
            description = "Its tokens are refused from now on and its WebSocket is closed.")
    @APIResponse(responseCode = "204", description = "It is over")
    @APIResponse(responseCode = "404", description = "identity.session_not_found")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public void revoke(@RestQuery("id") @NotNull SessionId id) {
        devices.revoke(caller.id(), id);
    }
}
