package chat.parley.identity.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.SearchPosition;
import chat.parley.identity.service.FindUsersService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.page.Page;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Other people. */
@Path("user")
@Tag(name = "user", description = "Profiles: one's own and other people's.")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserResource {
    private final FindUsersService users;
    private final CurrentUser caller;

    UserResource(FindUsersService users, CurrentUser caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "findUsers",
            summary = "Read a profile, or search for people",
            description = "With id: that profile. With q: a page of people whose user name or display name contains"
                    + " the text, those whose name begins with it first. E-mail addresses are never shown nor searched;"
                    + " those who blocked the caller, or whom the caller blocked, are not found.")
    @APIResponse(
            responseCode = "200",
            description = "The profile, or a page of profiles.",
            content =
                    @Content(
                            schema = @Schema(oneOf = {UserProfile.class, UserPage.class}),
                            examples = {
                                @ExampleObject(name = "one", value = Examples.USER),
                                @ExampleObject(name = "page", value = Examples.USER_PAGE)
                            }))
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "404",
            description = "Nobody has this id.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(name = "identity.user_not_found", value = Examples.USER_NOT_FOUND)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public Object find(
            @Parameter(description = "One person.", example = "764338281340502016") @RestQuery("id") @Nullable
                    UserId id,
            @Parameter(description = "Text within the user name or the display name.", example = "lin")
                    @RestQuery("q")
                    @Size(max = 64)
                    @Nullable
                    String q,
            @Parameter(description = "The next of the page before.", example = "p764338281340502016")
                    @RestQuery("cursor")
                    @Nullable
                    String cursor,
            @Parameter(description = "People on a page.") @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100)
                    int limit) {
        return id != null ? users.profile(id) : search(PlainText.optional(q), cursor, limit);
    }

    private Page<UserProfile> search(@Nullable String text, @Nullable String cursor, int limit) {
        if (text == null || text.isEmpty()) {
            throw ParleyException.onField(RequestError.INVALID, "/q", "either id or q must be given");
        }
        return users.search(caller.id(), text, SearchPosition.parse(cursor), limit);
    }

    /** Names the page of profiles in the OpenAPI document. */
    @Schema(name = "UserPage")
    private record UserPage(
            java.util.List<UserProfile> items, @Nullable String next) {}
}
