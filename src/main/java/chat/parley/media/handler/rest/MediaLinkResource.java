package chat.parley.media.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.media.service.MediaLinkService;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Addresses for players and downloads, which cannot send an access token. */
@Path("mediaLink")
@Tag(name = "media")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MediaLinkResource {
    private final MediaLinkService links;
    private final CurrentUser caller;

    MediaLinkResource(MediaLinkService links, CurrentUser caller) {
        this.links = links;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createMediaLink", summary = "Make an address for a file", description = """
                    It works without an access token and for this file only, until it expires, and as long as the caller \
                    may see the file.""")
    @APIResponse(
            responseCode = "200",
            description = "The address.",
            content =
                    @Content(
                            schema = @Schema(implementation = MediaLinkResponse.class),
                            examples = @ExampleObject(name = "link", value = MediaExamples.LINK)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "404",
            description = "No such file, or not for you.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "media.not_found", value = MediaExamples.NOT_FOUND)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public MediaLinkResponse create(
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "file", value = MediaExamples.LINK_REQUEST)))
                    @Valid
                    @NotNull
                    MediaLinkRequest request) {
        return MediaLinkResponse.from(links.link(caller.id(), request.id()));
    }
}
