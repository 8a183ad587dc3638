package chat.parley.message.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.service.change.PinMessageService;
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
import jakarta.ws.rs.GET;
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

/** Keeps messages at hand for everybody in the room. */
@Path("/room")
@Tag(name = "message", description = "The messages of a room.")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "404", description = "room.not_found, message.not_found")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class PinResource {
    private final PinMessageService pins;
    private final CurrentUser caller;

    PinResource(PinMessageService pins, CurrentUser caller) {
        this.pins = pins;
        this.caller = caller;
    }

    @PUT
    @Path("/pin")
    @Operation(operationId = "pinMessage", summary = "Pin a message", description = """
                    For admins of a group, and for both people of a direct room. A room has up to 100 pinned messages. A \
                    notice in the room tells of it; pinning again changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "pinned", value = MessageExamples.PINNED)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member, room.read_only")
    @APIResponse(responseCode = "409", description = "message.recalled, message.not_pinnable, message.too_many_pins")
    public MessageResponse pin(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "pin", value = MessageExamples.PLACE)))
                    @Valid
                    @NotNull
                    PinRequest request) {
        return MessageResponse.from(pins.pin(seat(request.roomId()), request.seq()), caller.id());
    }

    @DELETE
    @Path("/pin")
    @Operation(
            operationId = "unpinMessage",
            summary = "Unpin a message",
            description = "For those who may pin. A message that is not pinned stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "unpinned", value = MessageExamples.MESSAGE)))
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member, room.read_only")
    public MessageResponse unpin(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "The message's number in the room.") @RestQuery("seq") @NotNull @Positive
                    Long seq) {
        return MessageResponse.from(pins.unpin(seat(roomId), seq), caller.id());
    }

    @GET
    @Path("/pin")
    @Operation(
            operationId = "getPinnedMessages",
            summary = "List the pinned messages",
            description = "All of them, the one that was pinned last first.")
    @APIResponse(
            responseCode = "200",
            description = "The messages.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PinnedMessagesResponse.class),
                            examples = @ExampleObject(name = "pinned", value = MessageExamples.PINS)))
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    public PinnedMessagesResponse pinned(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId) {
        return PinnedMessagesResponse.from(pins.pinned(seat(roomId)), caller.id());
    }

    private Seat seat(RoomId roomId) {
        return new Seat(roomId, caller.id());
    }
}
