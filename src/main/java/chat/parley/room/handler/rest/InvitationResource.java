package chat.parley.room.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Invitation;
import chat.parley.room.model.InvitationCode;
import chat.parley.room.service.InvitationService;
import chat.parley.room.service.RoomViewService;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.id.Creation;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.IdempotencyKey;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Invitations to groups. */
@Path("room/invitation")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class InvitationResource {
    private final InvitationService invitations;
    private final RoomViewService views;
    private final CurrentUser caller;

    InvitationResource(InvitationService invitations, RoomViewService views, CurrentUser caller) {
        this.invitations = invitations;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createInvitation", summary = "Invite to a group", description = """
                    For its admins and its creator. Whoever knows the code may enter. Repeating the call with the \
                    same `clientId` (or the same `Idempotency-Key` header) answers with the invitation that is \
                    there, and makes none.""")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "invitation", value = RoomExamples.CREATE_INVITATION)))
    @APIResponse(
            responseCode = "201",
            description = "The invitation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvitationResponse.class),
                            examples = @ExampleObject(name = "invitation", value = RoomExamples.INVITATION)))
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    @APIResponse(
            responseCode = "200",
            description = "The invitation was made before, by the same call.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvitationResponse.class),
                            examples = @ExampleObject(name = "invitation", value = RoomExamples.INVITATION)))
    public RestResponse<InvitationResponse> create(
            @Valid @NotNull CreateInvitationRequest request,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    IdempotencyKey key) {
        Creation<Invitation> created = invitations.create(request.toCommand(caller.id(), key));
        return RestResponse.status(IdempotencyKey.statusOf(created), InvitationResponse.from(created.made()));
    }

    @GET
    @Operation(
            operationId = "getInvitations",
            summary = "The invitations of a group, or a look at one",
            description = """
                    With `roomId`, for the group's admins and creator: the invitations that can still be used. \
                    With `code`, for everybody who was given it: what room it leads to.""")
    @APIResponse(
            responseCode = "200",
            description = "Invitations of a room, or the preview of one",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {InvitationListResponse.class, InvitationPreviewResponse.class}),
                            examples = {
                                @ExampleObject(name = "by room", value = RoomExamples.INVITATIONS),
                                @ExampleObject(name = "by code", value = RoomExamples.PREVIEW)
                            }))
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member, room.banned")
    @APIResponse(responseCode = "404", description = "room.not_found, room.invitation_invalid")
    @APIResponse(responseCode = "409", description = "room.direct")
    public Object get(
            @Parameter(description = "All of this room") @RestQuery("roomId") @Nullable RoomId roomId,
            @Parameter(description = "This one") @RestQuery("code") @Size(min = 1, max = 64) @Nullable String code) {
        if (code != null) {
            return preview(new InvitationCode(code));
        }
        if (roomId == null) {
            throw ParleyException.onField(RequestError.INVALID, "/roomId", "give either roomId or code");
        }
        return InvitationListResponse.from(invitations.list(new Seat(roomId, caller.id())));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke an invitation",
            description = "For the admins and the creator of its group. Nobody can enter with it any more.")
    @APIResponse(responseCode = "204", description = "It is void")
    @APIResponse(responseCode = "403", description = "room.forbidden")
    @APIResponse(responseCode = "404", description = "room.invitation_invalid")
    public void revoke(@RestQuery("code") @NotNull @Size(min = 1, max = 64) String code) {
        invitations.revoke(caller.id(), new InvitationCode(code));
    }

    private InvitationPreviewResponse preview(InvitationCode code) {
        Invitation invitation = invitations.preview(caller.id(), code);
        return InvitationPreviewResponse.from(invitation, views.room(new Seat(invitation.roomId(), caller.id())));
    }
}
