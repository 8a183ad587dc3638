package chat.parley.room.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.room.MemberView;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.model.MemberPosition;
import chat.parley.room.service.AddMembersService;
import chat.parley.room.service.ChangeRoleService;
import chat.parley.room.service.MemberListService;
import chat.parley.room.service.RemoveMemberService;
import chat.parley.room.service.RoomViewService;
import chat.parley.shared.page.Page;
import chat.parley.shared.web.ApiDocs;
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
import jakarta.ws.rs.PATCH;
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

/** The people in a room. */
@Path("room")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class MemberResource {
    private final MemberListService memberList;
    private final AddMembersService addMembers;
    private final RemoveMemberService removeMember;
    private final ChangeRoleService changeRole;
    private final RoomViewService views;
    private final CurrentUser caller;

    MemberResource(
            MemberListService memberList,
            AddMembersService addMembers,
            RemoveMemberService removeMember,
            ChangeRoleService changeRole,
            RoomViewService views,
            CurrentUser caller) {
        this.memberList = memberList;
        this.addMembers = addMembers;
        this.removeMember = removeMember;
        this.changeRole = changeRole;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("member")
    @Operation(
            operationId = "listMembers",
            summary = "The members of a room",
            description = "For its members: by role, the highest first, then by name.")
    @APIResponse(
            responseCode = "200",
            description = "A page of members",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MemberListResponse.class),
                            examples = @ExampleObject(name = "members", value = RoomExamples.MEMBERS)))
    @APIResponse(responseCode = "404", description = "room.not_found")
    public MemberListResponse list(
            @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "Part of a name") @RestQuery("q") @Size(max = 100) @Nullable String q,
            @Parameter(description = "`next` of the former page") @RestQuery("cursor") @Size(max = 500) @Nullable
                    String cursor,
            @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Page<MemberView> page =
                memberList.page(seat(roomId), Cursors.search(q), Cursors.parse(cursor, MemberPosition::parse), limit);
        return new MemberListResponse(page.items(), page.next());
    }

    @POST
    @Path("member")
    @Operation(
            operationId = "addMembers",
            summary = "Add people to a group",
            description = "For its admins and its creator. Who is in it already stays as they are.")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "people", value = RoomExamples.ADD_MEMBERS)))
    @APIResponse(
            responseCode = "200",
            description = "Those people as members",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MemberListResponse.class),
                            examples = @ExampleObject(name = "members", value = RoomExamples.MEMBERS)))
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    public MemberListResponse add(@Valid @NotNull AddMembersRequest request) {
        addMembers.add(seat(request.roomId()), request.userIds());
        return new MemberListResponse(memberList.among(request.roomId(), request.userIds()), null);
    }

    @PATCH
    @Path("member")
    @Operation(
            operationId = "changeRole",
            summary = "Make a member an admin, or an admin a member",
            description = "For the creator.")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "role", value = RoomExamples.CHANGE_ROLE)))
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MemberView.class),
                            examples = @ExampleObject(name = "member", value = RoomExamples.MEMBER)))
    @APIResponse(responseCode = "404", description = "room.not_found, room.member_not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    public MemberView changeRole(@Valid @NotNull ChangeRoleRequest request) {
        changeRole.change(
                seat(request.roomId()), request.userId(), request.role().toRole());
        return memberList.one(new Seat(request.roomId(), request.userId()));
    }

    @DELETE
    @Path("member")
    @ResponseStatus(204)
    @Operation(
            operationId = "removeMember",
            summary = "Remove somebody from a group",
            description = "Admins remove members, the creator also admins.")
    @APIResponse(responseCode = "204", description = "They are out")
    @APIResponse(responseCode = "404", description = "room.not_found, room.member_not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    public void remove(@RestQuery("roomId") @NotNull RoomId roomId, @RestQuery("userId") @NotNull UserId userId) {
        removeMember.remove(seat(roomId), userId);
    }

    @POST
    @Path("owner")
    @Operation(
            operationId = "handOverRoom",
            summary = "Hand a group over",
            description = "For the creator, who becomes an admin; the member named becomes the creator.")
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "successor", value = RoomExamples.HAND_OVER)))
    @APIResponse(
            responseCode = "200",
            description = "The room as the caller sees it now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomView.class),
                            examples = @ExampleObject(name = "room", value = RoomExamples.ROOM)))
    @APIResponse(responseCode = "404", description = "room.not_found, room.member_not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    public RoomView handOver(@Valid @NotNull HandOverRequest request) {
        Seat seat = seat(request.roomId());
        changeRole.handOver(seat, request.userId());
        return views.room(seat);
    }

    private Seat seat(RoomId roomId) {
        return new Seat(roomId, caller.id());
    }
}
