package chat.parley.identity.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.IdentityError;
import chat.parley.identity.model.RefreshToken;
import chat.parley.identity.model.SignedIn;
import chat.parley.identity.service.LoginService;
import chat.parley.identity.service.LogoutService;
import chat.parley.identity.service.RegisterService;
import chat.parley.identity.service.RotateTokenService;
import chat.parley.shared.error.ParleyException;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Coming and going: accounts are made here, sessions begin, go on and end. */
@Path("")
@Tag(name = "session", description = "Registering, signing in and out, renewing tokens.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private final RegisterService register;
    private final LoginService login;
    private final RotateTokenService rotation;
    private final LogoutService logout;
    private final CurrentUser currentUser;
    private final Caller caller;
    private final RefreshCookie cookie;

    SessionResource(
            RegisterService register,
            LoginService login,
            RotateTokenService rotation,
            LogoutService logout,
            CurrentUser currentUser,
            Caller caller,
            RefreshCookie cookie) {
        this.register = register;
        this.login = login;
        this.rotation = rotation;
        this.logout = logout;
        this.currentUser = currentUser;
        this.caller = caller;
        this.cookie = cookie;
    }

    @POST
    @Path("register")
    @Operation(
            operationId = "register",
            summary = "Make an account",
            description = "Makes an account and signs in to it. The refresh token comes as the HttpOnly cookie"
                    + " parley_refresh.")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "register", value = Examples.REGISTER)))
    @APIResponse(
            responseCode = "201",
            description = "The account was made.",
            headers = @Header(name = "Set-Cookie", description = "The refresh token, for /api only."),
            content =
                    @Content(
                            schema = @Schema(implementation = SessionResponse.class),
                            examples = @ExampleObject(name = "registered", value = Examples.SESSION)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(
            responseCode = "409",
            description = "The user name or the address is taken; errors[].pointer names the field.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.username_taken", value = Examples.TAKEN)))
    @APIResponse(
            responseCode = "422",
            description = "A field breaks a rule, or the password is too easy to guess.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = {
                                @ExampleObject(name = "request.invalid", value = Examples.INVALID),
                                @ExampleObject(name = "identity.weak_password", value = Examples.WEAK_PASSWORD)
                            }))
    @APIResponse(
            responseCode = "429",
            description = "Too many accounts were made from this address.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.throttled", value = Examples.THROTTLED)))
    @APIResponse(
            responseCode = "503",
            description = "Too many passwords wait to be hashed.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.busy", value = Examples.BUSY)))
    public Response register(@Valid @NotNull RegisterRequest request) {
        return answer(Response.Status.CREATED, register.register(request.toCommand(caller.device())));
    }

    @POST
    @Path("login")
    @Operation(
            operationId = "login",
            summary = "Sign in",
            description = "Starts a session. An unknown name and a wrong password get the same answer.")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "login", value = Examples.LOGIN)))
    @APIResponse(
            responseCode = "200",
            description = "Signed in.",
            headers = @Header(name = "Set-Cookie", description = "The refresh token, for /api only."),
            content =
                    @Content(
                            schema = @Schema(implementation = SessionResponse.class),
                            examples = @ExampleObject(name = "signedIn", value = Examples.SESSION)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(
            responseCode = "401",
            description = "The name or the password is wrong.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "identity.bad_credentials",
                                            value = Examples.BAD_CREDENTIALS)))
    @APIResponse(
            responseCode = "403",
            description = "The password is right, but the account is disabled.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.account_disabled", value = Examples.DISABLED)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    @APIResponse(
            responseCode = "429",
            description = "Too many attempts for this account or from this address.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.throttled", value = Examples.THROTTLED)))
    @APIResponse(
            responseCode = "503",
            description = "Too many passwords wait to be hashed.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.busy", value = Examples.BUSY)))
    public Response login(@Valid @NotNull LoginRequest request) {
        return answer(Response.Status.OK, login.login(request.toCommand(caller.device())));
    }

    @POST
    @Path("token")
    @Operation(
            operationId = "renewToken",
            summary = "Renew the tokens",
            description = "Exchanges the refresh token in the cookie for a new access token and a new cookie. Each"
                    + " refresh token is good once; only within a few seconds may it be sent again, in case the answer"
                    + " got lost. One that comes back later ends its session.")
    @APIResponse(
            responseCode = "200",
            description = "New tokens.",
            headers = @Header(name = "Set-Cookie", description = "The next refresh token, for /api only."),
            content =
                    @Content(
                            schema = @Schema(implementation = SessionResponse.class),
                            examples = @ExampleObject(name = "renewed", value = Examples.SESSION)))
    @APIResponse(
            responseCode = "401",
            description =
                    "The refresh token is missing, unknown, expired or was used before, or its session has" + " ended.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = {
                                @ExampleObject(name = "identity.token_invalid", value = Examples.TOKEN_INVALID),
                                @ExampleObject(name = "identity.token_reused", value = Examples.TOKEN_REUSED),
                                @ExampleObject(name = "identity.session_revoked", value = Examples.SESSION_REVOKED)
                            }))
    @APIResponse(
            responseCode = "403",
            description = "The account is disabled.",
            content =
                    @Content(
                            mediaType = ProblemResponse.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemResponse.class),
                            examples = @ExampleObject(name = "identity.account_disabled", value = Examples.DISABLED)))
    public Response token(@Parameter(hidden = true) @RestCookie(RefreshCookie.NAME) @Nullable String refreshToken) {
        if (refreshToken == null) {
            throw ParleyException.of(IdentityError.TOKEN_INVALID);
        }
        return answer(Response.Status.OK, rotation.rotate(new RefreshToken(refreshToken)));
    }

    @POST
    @Path("logout")
    @Authenticated
    @Operation(
            operationId = "logout",
            summary = "Sign out",
            description = "Ends this session, or all of one's sessions. Their tokens are refused from now on and their"
                    + " WebSockets are closed.")
    @APIResponse(
            responseCode = "204",
            description = "Signed out.",
            headers = @Header(name = "Set-Cookie", description = "Takes the refresh token away."))
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    public Response logout(
            @Parameter(description = "true ends every session of this account, on all devices.", example = "true")
                    @RestQuery("all")
                    boolean all) {
        if (all) {
            logout.logoutEverywhere(currentUser.id());
        } else {
            logout.logout(currentUser.id(), currentUser.sessionId());
        }
        return Response.noContent().cookie(cookie.cleared()).build();
    }

    private Response answer(Response.Status status, SignedIn signedIn) {
        return Response.status(status)
                .entity(SessionResponse.from(signedIn))
                .cookie(cookie.with(signedIn.refreshToken()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
