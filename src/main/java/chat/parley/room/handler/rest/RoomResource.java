package chat.parley.room.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.model.RoomPosition;
import chat.parley.room.service.ChangeRoomService;
import chat.parley.room.service.CreateRoomService;
import chat.parley.room.service.DeleteRoomService;
import chat.parley.room.service.RoomListService;
import chat.parley.room.service.RoomViewService;
import chat.parley.shared.id.Creation;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.IdempotencyKey;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Rooms. */
@Path("room")
@Tag(name = "room", description = "Rooms, their members and invitations")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class RoomResource {
    private final CreateRoomService createRoom;
    private final ChangeRoomService changeRoom;
    private final DeleteRoomService deleteRoom;
    private final RoomListService roomList;
    private final RoomViewService views;
    private final CurrentUser caller;

    RoomResource(
            CreateRoomService createRoom,
            ChangeRoomService changeRoom,
            DeleteRoomService deleteRoom,
            RoomListService roomList,
            RoomViewService views,
            CurrentUser caller) {
        this.createRoom = createRoom;
        this.changeRoom = changeRoom;
        this.deleteRoom = deleteRoom;
        this.roomList = roomList;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createRoom", summary = "Make a group", description = """
                    The caller becomes its creator; those in `memberIds` are members at once. Repeating the call with \
                    the same `clientId` (or the same `Idempotency-Key` header) answers with the room that is there, \
                    and makes none.""")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "room", value = RoomExamples.CREATE)))
    @APIResponse(
            responseCode = "201",
            description = "The new room",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = RoomExamples.ROOM)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    @APIResponse(
            responseCode = "200",
            description = "The room was made before, by the same call.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = RoomExamples.ROOM)))
    @APIResponse(responseCode = "404", description = "room.not_found")
    public RestResponse<RoomView> create(
            @Valid @NotNull CreateRoomRequest request,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    IdempotencyKey key) {
        Creation<RoomId> created = createRoom.create(request.toCommand(caller.id(), key));
        return RestResponse.status(IdempotencyKey.statusOf(created), views.room(seat(created.made())));
    }

    @GET
    @Operation(operationId = "getRooms", summary = "One room, my rooms, or the open ones", description = """
                    With `id`: that room, if the caller is in it or it is open. With `discover`: open groups whose \
                    name contains `q`, the newest first. With neither: the caller's rooms, the one with the latest \
                    activity first.""")
    @APIResponse(
            responseCode = "200",
            description = "A room, or a page of rooms",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {RoomView.class, RoomListResponse.class}),
                            examples = {
                                @ExampleObject(name = "room", value = RoomExamples.ROOM),
                                @ExampleObject(name = "rooms", value = RoomExamples.ROOMS)
                            }))
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public Object rooms(
            @Parameter(description = "One room") @RestQuery("id") @Nullable RoomId id,
            @Parameter(description = "Open rooms instead of mine") @RestQuery("discover") boolean discover,
            @Parameter(description = "Part of the name, with `discover`") @RestQuery("q") @Size(max = 100) @Nullable
                    String q,
            @Parameter(description = "`next` of the former page") @RestQuery("cursor") @Size(max = 64) @Nullable
                    String cursor,
            @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        if (id != null) {
            return views.visit(seat(id));
        }
        return RoomListResponse.from(
                discover
                        ? roomList.discover(caller.id(), Cursors.search(q), Cursors.parse(cursor, RoomId::parse), limit)
                        : roomList.mine(caller.id(), Cursors.parse(cursor, RoomPosition::parse), limit));
    }

    @PATCH
    @Operation(
            operationId = "changeRoom",
            summary = "Rename or change a group",
            description = "For its admins and its creator; only the creator changes `retentionDays`, after which older"
                    + " messages are removed for everybody within minutes. What is left out stays as it is.")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "change", value = RoomExamples.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The room as it is now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = RoomExamples.ROOM)))
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found, media.not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    @APIResponse(responseCode = "422", description = "request.invalid, media.not_an_image")
    public RoomView change(@Valid @NotNull ChangeRoomRequest request) {
        Seat seat = seat(request.id());
        changeRoom.change(seat, request.toChange());
        return views.room(seat);
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "deleteRoom",
            summary = "Delete a group",
            description = "For its creator. It is gone for everybody.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public void delete(@RestQuery("id") @NotNull RoomId id) {
        deleteRoom.delete(seat(id));
    }

    private Seat seat(RoomId id) {
        return new Seat(id, caller.id());
    }
}
