package chat.parley.media.handler.rest;

import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.media.model.Blob;
import chat.parley.media.model.DefaultAvatar;
import chat.parley.media.model.MediaItem;
import chat.parley.media.service.OpenMediaService;
import chat.parley.media.service.ProfilePictureService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Profile pictures, for everybody. */
@Path("userImage")
@Tag(name = "media")
@RunOnVirtualThread
public class UserImageResource {
    private static final String CACHE = "public, max-age=300";
    private static final int LARGE = 480;

    private final ProfilePictureService pictures;
    private final OpenMediaService files;

    UserImageResource(ProfilePictureService pictures, OpenMediaService files) {
        this.pictures = pictures;
        this.files = files;
    }

    @GET
    @Operation(operationId = "getUserImage", summary = "Read a profile picture", description = """
                    The picture that somebody chose; a drawn one, an SVG, for everybody else. Give `id` or `username`. \
                    Up to a size of 480 the answer is the small picture, where there is one; clients scale it.""")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content =
                    @Content(
                            mediaType = "image/*",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "drawn", value = MediaExamples.AVATAR)))
    @APIResponse(responseCode = "304", description = "The caller has it already.")
    @APIResponse(
            responseCode = "404",
            description = "identity.user_not_found",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "identity.user_not_found",
                                            value = MediaExamples.USER_NOT_FOUND)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public Response get(
            @RestQuery("id") @Nullable UserId id,
            @RestQuery("username") @Nullable String username,
            @Parameter(description = "Of the longer side, in pixels.")
                    @RestQuery("size")
                    @DefaultValue("128")
                    @Min(16)
                    @Max(4096)
                    int size,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UserProfile user = user(id, username);
        var asked = new FileAnswer.Asked(null, null, ifNoneMatch);
        return pictures.picture(user)
                .map(item -> chosen(item, size, asked))
                .orElseGet(() -> drawn(user, size, ifNoneMatch));
    }

    private UserProfile user(@Nullable UserId id, @Nullable String username) {
        if (id != null) {
            return pictures.profile(id);
        }
        if (username == null) {
            throw ParleyException.onField(RequestError.INVALID, "/id", "give id or username");
        }
        return pictures.named(username).orElseThrow(() -> ParleyException.of(IdentityError.USER_NOT_FOUND));
    }

    private Response chosen(MediaItem item, int size, FileAnswer.Asked asked) {
        Blob small = item.thumbnail();
        Blob blob = small == null || size > LARGE ? item.content() : small;
        String mime = blob.equals(small) ? item.thumbnailMime() : item.mime();
        return new FileAnswer(blob, mime, item.fileName(), CACHE).answer(asked, part -> files.open(blob, part));
    }

    private static Response drawn(UserProfile user, int size, @Nullable String ifNoneMatch) {
        String svg = new DefaultAvatar(user.id().value(), user.displayName()).svg(size);
        String etag = "\"drawn-" + Integer.toHexString(svg.hashCode()) + '"';
        boolean known = ifNoneMatch != null && ifNoneMatch.contains(etag);
        var answer = known
                ? Response.notModified()
                : Response.ok(svg.getBytes(StandardCharsets.UTF_8)).header("Content-Type", "image/svg+xml");
        return answer.header("ETag", etag)
                .header("Cache-Control", CACHE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
