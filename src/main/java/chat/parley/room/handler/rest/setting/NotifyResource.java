package chat.parley.room.handler.rest.setting;

import chat.parley.identity.CurrentUser;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.service.RoomViewService;
import chat.parley.room.service.setting.ChangeNotifyService;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Of what in a room the caller wants to be told. */
@Path("room/notify")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class NotifyResource {
    private static final String CHANGE = """
            {"roomId": "561170204017364999", "notifyLevel": "mentions"}""";
    private static final String ROOM = """
            {"id": "561170204017364999", "name": "Compilers", "channelType": "PUBLIC", "joinPolicy": "open",
             "writePolicy": "everyone", "role": "member", "memberCount": 2, "firstSeq": 1, "lastSeq": 17, "lastRev": 21,
             "readSeq": 17, "unread": 0, "notifyLevel": "mentions", "readOnly": false,
             "createdAt": "2026-11-22T15:00:00.000Z"}""";

    private final ChangeNotifyService changes;
    private final RoomViewService views;
    private final CurrentUser caller;

    NotifyResource(ChangeNotifyService changes, RoomViewService views, CurrentUser caller) {
        this.changes = changes;
        this.views = views;
        this.caller = caller;
    }

    @PATCH
    @Operation(operationId = "changeNotify", summary = "Choose what of a room to be told", description = """
                    For oneself, in any room one is in: everything, only what names one, or nothing (mute). It changes \
                    what clients notify of, not what they get.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "mentions only", value = CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The room as the caller sees it now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = ROOM)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public RoomView change(@Valid @NotNull ChangeNotifyRequest request) {
        Seat seat = new Seat(request.roomId(), caller.id());
        changes.change(seat, request.notifyLevel());
        return views.room(seat);
    }
}
