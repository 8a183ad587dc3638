package chat.parley.room.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.service.JoinRoomService;
import chat.parley.room.service.LeaveRoomService;
import chat.parley.room.service.RoomViewService;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Entering and leaving rooms. */
@Path("/")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class EntranceResource {
    private final JoinRoomService joinRoom;
    private final LeaveRoomService leaveRoom;
    private final RoomViewService views;
    private final CurrentUser caller;

    EntranceResource(JoinRoomService joinRoom, LeaveRoomService leaveRoom, RoomViewService views, CurrentUser caller) {
        this.joinRoom = joinRoom;
        this.leaveRoom = leaveRoom;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("joinRoom")
    @Operation(operationId = "joinRoom", summary = "Enter a room", description = """
                    An open one by its `id`, any other with an `invitation`. Entering again changes nothing, \
                    least of all a role, and uses up no invitation.""")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = {
                                @ExampleObject(name = "open room", value = RoomExamples.JOIN_OPEN),
                                @ExampleObject(name = "invitation", value = RoomExamples.JOIN_INVITED)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The room",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = RoomExamples.ROOM)))
    @APIResponse(responseCode = "403", description = "room.banned")
    @APIResponse(responseCode = "404", description = "room.not_found, room.invitation_invalid")
    public RoomView join(@Valid @NotNull JoinRoomRequest request) {
        UserId user = caller.id();
        RoomId id = joinRoom.join(request.toCommand(user));
        return views.room(new Seat(id, user));
    }

    @POST
    @Path("leaveRoom")
    @ResponseStatus(204)
    @Operation(operationId = "leaveRoom", summary = "Leave a group", description = """
                    Its creator can leave only when nobody else is left, which deletes the group; until then it can \
                    be handed over with `POST /api/room/owner`.""")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "room", value = RoomExamples.LEAVE)))
    @APIResponse(responseCode = "204", description = "The caller is out")
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "409", description = "room.owner_must_stay, room.direct")
    public void leave(@Valid @NotNull LeaveRoomRequest request) {
        leaveRoom.leave(new Seat(request.id(), caller.id()));
    }
}
