package chat.parley.identity.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.service.ChangeUserInfoService;
import chat.parley.identity.service.FindUsersService;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.ProblemResponse;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** One's own account. */
@Path("userInfo")
@Tag(name = "user")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserInfoResource {
    private final FindUsersService users;
    private final ChangeUserInfoService changes;
    private final CurrentUser currentUser;

    UserInfoResource(FindUsersService users, ChangeUserInfoService changes, CurrentUser currentUser) {
        this.users = users;
        this.changes = changes;
        this.currentUser = currentUser;
    }

    @GET
    @Operation(
            operationId = "getUserInfo",
            summary = "Read one's own account",
            description = "The public profile, and what only its owner sees.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content =
                    @Content(
                            schema = @Schema(implementation = UserInfoResponse.class),
                            examples = @ExampleObject(name = "userInfo", value = Examples.USER_INFO)))
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    public UserInfoResponse get() {
        return UserInfoResponse.from(users.account(currentUser.id()));
    }

    @POST
    @Operation(
            operationId = "changeUserInfo",
            summary = "Change one's own account",
            description = "Changes what is given: an absent field stays, an empty text clears an optional one. A new"
                    + " e-mail address or password needs the current password; a new password ends all other sessions.")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "profile", value = Examples.CHANGE_PROFILE),
                                @ExampleObject(name = "password", value = Examples.CHANGE_PASSWORD)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = UserInfoResponse.class),
                            examples = @ExampleObject(name = "userInfo", value = Examples.USER_INFO)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(
            responseCode = "403",
            description = "The current password is missing or wrong.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "identity.current_password_wrong",
                                            value = Examples.CURRENT_PASSWORD_WRONG)))
    @APIResponse(responseCode = "404", description = "media.not_found")
    @APIResponse(
            responseCode = "409",
            description = "Another account has this e-mail address.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.email_taken", value = Examples.EMAIL_TAKEN)))
    @APIResponse(responseCode = "422", description = "request.invalid, identity.weak_password, media.not_an_image")
    @APIResponse(
            responseCode = "429",
            description = "The current password was tried too often.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.throttled", value = Examples.THROTTLED)))
    public UserInfoResponse change(@Valid @NotNull ChangeUserInfoRequest request) {
        return UserInfoResponse.from(changes.change(request.toCommand(currentUser)));
    }
}
