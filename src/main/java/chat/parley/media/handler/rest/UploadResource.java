package chat.parley.media.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.media.MediaView;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaConfig;
import chat.parley.media.service.StoreMediaService;
import chat.parley.media.service.UploadFile;
import chat.parley.media.service.UploadService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.id.Creation;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.IdempotencyKey;
import chat.parley.shared.web.ProblemResponse;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes files in. They lie on the disk from the first byte on. */
@Path("upload")
@Tag(name = "media", description = "Files and pictures.")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class UploadResource {
    private final UploadService uploads;
    private final StoreMediaService stored;
    private final MediaConfig config;
    private final CurrentUser caller;

    UploadResource(UploadService uploads, StoreMediaService stored, MediaConfig config, CurrentUser caller) {
        this.uploads = uploads;
        this.stored = stored;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "upload", summary = "Upload a file", description = """
                    What the file is, is found out from its bytes. JPEG, PNG, GIF and WebP images are made anew: upright, \
                    without metadata, with a thumbnail; WebP becomes JPEG or PNG. Everything else is kept as it is. An \
                    upload that is never posted, nor used as a picture, is removed after a day. Repeating the call with the \
                    same `Idempotency-Key` answers with the upload that is there, and stores nothing.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class),
                            examples = @ExampleObject(name = "file", value = MediaExamples.FORM)))
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            schema = @Schema(implementation = MediaView.class),
                            examples = {
                                @ExampleObject(name = "image", value = MediaExamples.MEDIA),
                                @ExampleObject(name = "file", value = MediaExamples.FILE)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Stored before, by the same call.",
            content =
                    @Content(
                            schema = @Schema(implementation = MediaView.class),
                            examples = @ExampleObject(name = "image", value = MediaExamples.MEDIA)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(
            responseCode = "403",
            description = "One's files take all the room they may.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "media.quota_exceeded", value = MediaExamples.QUOTA)))
    @APIResponse(responseCode = "413", description = "request.too_large, media.too_large, media.image_too_large")
    @APIResponse(responseCode = "422", description = "media.no_file, media.empty, media.image_damaged")
    @APIResponse(responseCode = "503", description = "media.busy, server.unavailable")
    public RestResponse<MediaView> upload(
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable MediaType form,
            @Parameter(
                            description = "Any text of your making, at most 255 characters, new for each upload.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    IdempotencyKey key,
            InputStream body)
            throws IOException {
        String boundary = form == null ? null : form.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw ParleyException.of(RequestError.MALFORMED, "The form names no boundary between its parts.");
        }
        try (var file = IncomingFile.read(body, boundary, config.workFolder(), config.maxFileBytes())) {
            UUID clientId = key == null ? null : key.value();
            Creation<MediaItem> upload =
                    uploads.upload(new UploadFile(caller.id(), clientId, file.path(), file.name()));
            return RestResponse.status(
                    IdempotencyKey.statusOf(upload), MediaView.of(upload.made().attachment()));
        }
    }

    @GET
    @Operation(
            operationId = "getUploadLimits",
            summary = "Read what one may upload",
            description = "So that a client can refuse what is too large before it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The limits.",
            content =
                    @Content(
                            schema = @Schema(implementation = UploadLimitsResponse.class),
                            examples = @ExampleObject(name = "limits", value = MediaExamples.LIMITS)))
    public UploadLimitsResponse limits() {
        return new UploadLimitsResponse(uploads.maxBytes(), config.quotaBytesPerUser(), stored.usage(caller.id()));
    }
}
