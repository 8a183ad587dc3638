package chat.parley.message.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.message.handler.HistoryLimits;
import chat.parley.message.handler.MessagePageResponse;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.Appended;
import chat.parley.message.service.MarkReadService;
import chat.parley.message.service.MessageHistoryService;
import chat.parley.message.service.SendMessageService;
import chat.parley.message.service.change.RecallMessageService;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.web.ApiDocs;
import chat.parley.shared.web.IdempotencyKey;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The log over REST: the same services as on the socket. */
@Path("/room")
@Tag(name = "message", description = "The messages of a room.")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "404", description = "room.not_found")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class MessageResource {
    private final SendMessageService sender;
    private final RecallMessageService recaller;
    private final MessageHistoryService histories;
    private final MarkReadService readings;
    private final CurrentUser caller;

    MessageResource(
            SendMessageService sender,
            RecallMessageService recaller,
            MessageHistoryService histories,
            MarkReadService readings,
            CurrentUser caller) {
        this.sender = sender;
        this.recaller = recaller;
        this.histories = histories;
        this.readings = readings;
        this.caller = caller;
    }

    @GET
    @Path("/message")
    @Operation(operationId = "getMessages", summary = "Read a stretch of a room's history", description = """
                    Oldest first. Give one of `before`, `after` and `around` (each the `seq` of a message), or none for \
                    the newest messages. `hasMore` tells whether there is more in that direction. With `seq`, once or up to \
                    100 times: just these messages, those that others answer, say.""")
    @APIResponse(
            responseCode = "200",
            description = "The messages.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessagePageResponse.class),
                            examples = @ExampleObject(name = "newest", value = MessageExamples.PAGE)))
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    public MessagePageResponse history(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId,
            @RestQuery("before") @Positive @Nullable Long before,
            @RestQuery("after") @Positive @Nullable Long after,
            @RestQuery("around") @Positive @Nullable Long around,
            @RestQuery("seq") @Size(max = HistoryLimits.MAX) List<@Positive Long> seqs,
            @RestQuery("limit") @Min(1) @Max(HistoryLimits.MAX) @Nullable Integer limit) {
        if (!seqs.isEmpty()) {
            HistoryLimits.requireNoStretch(before, after, around);
            return MessagePageResponse.from(histories.at(seat(roomId), seqs), caller.id());
        }
        var request = HistoryLimits.request(before, after, around, limit);
        return MessagePageResponse.from(histories.history(seat(roomId), request), caller.id());
    }

    @POST
    @Path("/message")
    @Operation(operationId = "sendMessage", summary = "Send a message", description = """
                    Answers after the message is committed. Repeating the call with the same `clientId` (or the same \
                    `Idempotency-Key` header) returns the stored message, for good, and stores nothing new.""")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = {
                                @ExampleObject(name = "stored", value = MessageExamples.MESSAGE),
                                @ExampleObject(name = "media", value = MessageExamples.MEDIA_MESSAGE)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It was stored before; `duplicate` is true.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "repeated", value = MessageExamples.DUPLICATE)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "room.not_a_member, room.read_only, room.write_restricted")
    @APIResponse(responseCode = "404", description = "room.not_found, message.not_found, media.not_found")
    @APIResponse(responseCode = "409", description = "message.client_id_elsewhere")
    @APIResponse(responseCode = "413", description = "message.too_long, request.too_large")
    @APIResponse(responseCode = "422", description = "request.invalid, message.empty")
    @APIResponse(responseCode = "503", description = "message.queue_full, server.unavailable")
    public RestResponse<MessageResponse> send(
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "text", value = MessageExamples.SEND),
                                                @ExampleObject(name = "media", value = MessageExamples.SEND_MEDIA)
                                            }))
                    @Valid
                    @NotNull
                    SendMessageRequest request,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    IdempotencyKey key) {
        var command = request.toCommand(caller.id(), key);
        Appended appended = sender.send(command).toCompletableFuture().join();
        Status status = appended.duplicate() ? Status.OK : Status.CREATED;
        return RestResponse.status(status, MessageResponse.from(appended));
    }

    @DELETE
    @Path("/message")
    @Operation(operationId = "recallMessage", summary = "Recall a message", description = """
                    For its author, and for admins of the room. The content is gone for good; the number stays as a \
                    tombstone. Recalling again changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The tombstone.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "recalled", value = MessageExamples.RECALLED)))
    @APIResponse(responseCode = "403", description = "message.recall_forbidden, room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found, message.not_found")
    @APIResponse(responseCode = "409", description = "message.not_recallable")
    public MessageResponse recall(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "The message's number in the room.") @RestQuery("seq") @NotNull @Positive
                    Long seq) {
        return MessageResponse.from(recaller.recall(seat(roomId), seq), caller.id());
    }

    @POST
    @Path("/read")
    @Operation(
            operationId = "markRead",
            summary = "Move my read position",
            description = "It only moves forward, and never beyond the last message. Answers where it now is.")
    @APIResponse(
            responseCode = "200",
            description = "The position.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReadPositionResponse.class),
                            examples = @ExampleObject(name = "read", value = MessageExamples.READ_POSITION)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    public ReadPositionResponse read(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "read", value = MessageExamples.READ)))
                    @Valid
                    @NotNull
                    MarkReadRequest request) {
        Seat seat = seat(request.roomId());
        return new ReadPositionResponse(seat.roomId(), seat.userId(), readings.read(seat, request.seq()));
    }

    private Seat seat(RoomId roomId) {
        return new Seat(roomId, caller.id());
    }
}
