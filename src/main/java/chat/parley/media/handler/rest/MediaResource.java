package chat.parley.media.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.media.model.Blob;
import chat.parley.media.model.MediaItem;
import chat.parley.media.model.MediaLink;
import chat.parley.media.service.MediaLinkService;
import chat.parley.media.service.OpenMediaService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Hands files out, to those who may see them. */
@Path("media")
@Tag(name = "media")
@RunOnVirtualThread
public class MediaResource {
    /** The bytes never change; who may see them does, so it is asked each time. */
    private static final String CACHE = "private, no-cache";

    private final OpenMediaService files;
    private final MediaLinkService links;
    private final CurrentUser caller;

    MediaResource(OpenMediaService files, MediaLinkService links, CurrentUser caller) {
        this.files = files;
        this.links = links;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMedia", summary = "Read a file", description = """
                    For its owner, and for members of a room in which it was posted and not recalled. `Range` and \
                    `If-None-Match` are honoured. Pictures, sound and film may be shown; everything else is sent to be \
                    saved. Instead of an access token the `reader`, `expires` and `signature` of a link will do.""")
    @SecurityRequirement(name = ApiDocs.BEARER)
    @APIResponse(
            responseCode = "200",
            description = "The bytes.",
            content =
                    @Content(
                            mediaType = "*/*",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "bytes", value = MediaExamples.BYTES)))
    @APIResponse(
            responseCode = "206",
            description = "The stretch that was asked for.",
            content =
                    @Content(
                            mediaType = "*/*",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "bytes", value = MediaExamples.BYTES)))
    @APIResponse(responseCode = "304", description = "The caller has them already.")
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "media.link_invalid")
    @APIResponse(
            responseCode = "404",
            description = "No such file, or not for you.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "media.not_found", value = MediaExamples.NOT_FOUND)))
    @APIResponse(responseCode = "416", description = "The file has no such stretch.")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public Response get(
            @Parameter(description = "The file.") @RestQuery("id") @NotNull MediaId id,
            @Parameter(description = "A small picture of it instead.") @RestQuery("thumbnail") @DefaultValue("false")
                    boolean thumbnail,
            @RestQuery("reader") @Nullable UserId reader,
            @RestQuery("expires") @Nullable Long expires,
            @RestQuery("signature") @Nullable String signature,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        MediaItem item = files.find(readerOf(id, reader, expires, signature), id);
        Blob blob = thumbnail ? item.thumbnail() : item.content();
        if (blob == null) {
            throw ParleyException.of(MediaError.NOT_FOUND);
        }
        String mime = thumbnail ? item.thumbnailMime() : item.mime();
        var asked = new FileAnswer.Asked(range, ifRange, ifNoneMatch);
        return new FileAnswer(blob, mime, item.fileName(), CACHE).answer(asked, part -> files.open(blob, part));
    }

    private UserId readerOf(MediaId id, @Nullable UserId reader, @Nullable Long expires, @Nullable String signature) {
        if (reader == null || expires == null || signature == null) {
            return caller.id();
        }
        return links.reader(new MediaLink(id, reader, Instant.ofEpochSecond(expires)), signature);
    }
}
