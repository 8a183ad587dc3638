package chat.parley.friendship.handler.rest;

import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendView;
import chat.parley.friendship.service.AskFriendService;
import chat.parley.friendship.service.EndFriendshipService;
import chat.parley.friendship.service.FriendListService;
import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The caller's friends and requests. */
@Path("friend")
@Tag(name = "friend", description = "Friends and requests")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class FriendResource {
    private final AskFriendService askFriend;
    private final EndFriendshipService endFriendship;
    private final FriendListService friendList;
    private final CurrentUser caller;

    FriendResource(
            AskFriendService askFriend,
            EndFriendshipService endFriendship,
            FriendListService friendList,
            CurrentUser caller) {
        this.askFriend = askFriend;
        this.endFriendship = endFriendship;
        this.friendList = friendList;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listFriends",
            summary = "My friends and requests",
            description = "In the order of the friends' ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FriendListResponse.class),
                            examples = @ExampleObject(name = "friends", value = FriendExamples.FRIENDS)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public FriendListResponse friends(
            @Parameter(description = "Only those in this state; without it, all") @RestQuery("state") @Nullable
                    FriendState state,
            @Parameter(description = "`next` of the former page") @RestQuery("cursor") @Nullable UserId cursor,
            @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return FriendListResponse.from(friendList.list(caller.id(), state, cursor, limit));
    }

    @POST
    @Operation(operationId = "askFriend", summary = "Ask for a friendship, or accept one", description = """
                    Accepts when the other asked before; the direct room of the two then exists. \
                    Asking again changes nothing.""")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "ask", value = FriendExamples.ASK)))
    @APIResponse(
            responseCode = "200",
            description = "How the two now stand",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FriendView.class),
                            examples = @ExampleObject(name = "accepted", value = FriendExamples.FRIEND)))
    @APIResponse(responseCode = "403", description = "friendship.not_possible")
    @APIResponse(responseCode = "404", description = "identity.user_not_found")
    @APIResponse(responseCode = "409", description = "friendship.blocked")
    @APIResponse(responseCode = "422", description = "friendship.self, request.invalid")
    public FriendView ask(@Valid @NotNull AskFriendRequest request) {
        return askFriend.ask(request.toCommand(caller.id()));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "endFriendship",
            summary = "Refuse, withdraw or end",
            description = "The direct room of former friends stays, but nobody can write in it any more.")
    @APIResponse(responseCode = "204", description = "Nothing is between the two any more")
    @APIResponse(responseCode = "404", description = "friendship.not_found")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public void end(@RestQuery("userId") @NotNull UserId userId) {
        endFriendship.end(caller.id(), userId);
    }
}
