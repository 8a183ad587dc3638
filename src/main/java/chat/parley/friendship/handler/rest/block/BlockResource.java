package chat.parley.friendship.handler.rest.block;

import chat.parley.friendship.model.BlockView;
import chat.parley.friendship.service.block.BlockListService;
import chat.parley.friendship.service.block.BlockService;
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

/** Whom the caller wants nothing to do with. */
@Path("block")
@Tag(name = "friend")
@Authenticated
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
public class BlockResource {
    private static final String REQUEST = """
            {"userId": "561170204017364992"}""";
    private static final String BLOCK = """
            {"user": {"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
              "createdAt": "2026-11-22T15:00:00.000Z"},
             "createdAt": "2026-11-22T15:04:05.123Z"}""";
    private static final String BLOCKS = "{\"items\": [" + BLOCK + "], \"next\": \"561170204017364992\"}";

    private final BlockService blocks;
    private final BlockListService blockList;
    private final CurrentUser caller;

    BlockResource(BlockService blocks, BlockListService blockList, CurrentUser caller) {
        this.blocks = blocks;
        this.blockList = blockList;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "blockUser", summary = "Block somebody", description = """
                    Ends a friendship or request; their direct room becomes read-only. While either has blocked the \
                    other, they cannot befriend each other, add each other to rooms, nor see whether and when the other \
                    is or was there, and whoever is blocked does not find the other by name. They are not told. Blocking \
                    again changes nothing.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "block", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The block",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BlockView.class),
                            examples = @ExampleObject(name = "block", value = BLOCK)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "404", description = "identity.user_not_found")
    @APIResponse(responseCode = "422", description = "friendship.block_self, request.invalid")
    public BlockView block(@Valid @NotNull BlockRequest request) {
        return blocks.block(caller.id(), request.userId());
    }

    @GET
    @Operation(operationId = "listBlocks", summary = "Whom I blocked", description = "In the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BlockListResponse.class),
                            examples = @ExampleObject(name = "blocks", value = BLOCKS)))
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public BlockListResponse list(
            @Parameter(description = "`next` of the former page") @RestQuery("cursor") @Nullable UserId cursor,
            @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return BlockListResponse.from(blockList.list(caller.id(), cursor, limit));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "liftBlock",
            summary = "Lift a block",
            description = "What the block ended does not come back by itself.")
    @APIResponse(responseCode = "204", description = "It is lifted")
    @APIResponse(responseCode = "404", description = "friendship.not_blocked")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    public void lift(@RestQuery("userId") @NotNull UserId userId) {
        blocks.lift(caller.id(), userId);
    }
}
