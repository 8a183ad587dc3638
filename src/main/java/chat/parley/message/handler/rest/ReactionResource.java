package chat.parley.message.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.service.change.ReactToMessage;
import chat.parley.message.service.change.ReactToMessageService;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Puts emoji under messages. */
@Path("/room")
@Tag(name = "message", description = "The messages of a room.")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "404", description = "room.not_found, message.not_found")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class ReactionResource {
    private final ReactToMessageService reactions;
    private final CurrentUser caller;

    ReactionResource(ReactToMessageService reactions, CurrentUser caller) {
        this.reactions = reactions;
        this.caller = caller;
    }

    @PUT
    @Path("/reaction")
    @Operation(operationId = "addReaction", summary = "React to a message", description = """
                    `emoji` is exactly one emoji. A message takes up to 20 different ones and 1,000 reactions in all. The \
                    same reaction again changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "reacted", value = MessageExamples.REACTED)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "room.not_a_member, room.read_only")
    @APIResponse(responseCode = "409", description = "message.recalled, message.too_many_reactions")
    public MessageResponse add(
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "thumbs up", value = MessageExamples.REACT)))
                    @Valid
                    @NotNull
                    ReactionRequest request) {
        return react(new Seat(request.roomId(), caller.id()), request.seq(), request.emoji(), true);
    }

    @DELETE
    @Path("/reaction")
    @Operation(
            operationId = "removeReaction",
            summary = "Take a reaction back",
            description = "Your own. One that is not there changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "without", value = MessageExamples.MESSAGE)))
    @APIResponse(responseCode = "403", description = "room.not_a_member, room.read_only")
    public MessageResponse remove(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "The message's number in the room.") @RestQuery("seq") @NotNull @Positive Long seq,
            @Parameter(description = "The emoji.", example = "👍") @RestQuery("emoji") @NotNull String emoji) {
        return react(new Seat(roomId, caller.id()), seq, emoji, false);
    }

    private MessageResponse react(Seat seat, long seq, String emoji, boolean on) {
        return MessageResponse.from(reactions.react(new ReactToMessage(seat, seq, emoji, on)), caller.id());
    }
}
