package chat.parley.room.handler.rest.ban;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.BanView;
import chat.parley.room.service.ban.BanListService;
import chat.parley.room.service.ban.BanService;
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

/** Who may not come back into a group. */
@Path("room/ban")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
@APIResponse(responseCode = "409", description = "room.direct")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class BanResource {
    private static final String REQUEST = """
            {"roomId": "561170204017364999", "userId": "561170204017364992", "reason": "Spam"}""";
    private static final String BAN = """
            {"user": {"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
              "createdAt": "2026-11-22T15:00:00.000Z"},
             "bannedBy": "561170204017364990", "reason": "Spam", "createdAt": "2026-11-22T15:04:05.123Z"}""";
    private static final String BANS = "{\"items\": [" + BAN + "], \"next\": \"561170204017364992\"}";

    private final BanService bans;
    private final BanListService banList;
    private final CurrentUser caller;

    BanResource(BanService bans, BanListService banList, CurrentUser caller) {
        this.bans = bans;
        this.banList = banList;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "banMember", summary = "Ban somebody from a group", description = """
                    Admins ban members and outsiders, the creator also admins. Whoever is banned is out at once, and can \
                    neither join, nor be added, nor use an invitation until the ban is lifted. Banning again changes \
                    nothing.""")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "ban", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The ban",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BanView.class),
                            examples = @ExampleObject(name = "ban", value = BAN)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "404", description = "room.not_found, identity.user_not_found")
    public BanView ban(@Valid @NotNull BanRequest request) {
        return bans.ban(request.toCommand(caller.id()));
    }

    @GET
    @Operation(
            operationId = "listBans",
            summary = "Who is banned from a group",
            description = "For its admins and its creator, in the order of the users' ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BanListResponse.class),
                            examples = @ExampleObject(name = "bans", value = BANS)))
    @APIResponse(responseCode = "404", description = "room.not_found")
    public BanListResponse list(
            @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "`next` of the former page") @RestQuery("cursor") @Nullable UserId cursor,
            @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return BanListResponse.from(banList.list(new Seat(roomId, caller.id()), cursor, limit));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "liftBan",
            summary = "Lift a ban",
            description = "For the group's admins and its creator. The person may come back, but is not added.")
    @APIResponse(responseCode = "204", description = "It is lifted")
    @APIResponse(responseCode = "404", description = "room.not_found, room.not_banned")
    public void lift(@RestQuery("roomId") @NotNull RoomId roomId, @RestQuery("userId") @NotNull UserId userId) {
        bans.lift(new Seat(roomId, caller.id()), userId);
    }
}
