package chat.parley.message.handler.rest;

import chat.parley.identity.CurrentUser;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.service.change.EditMessageService;
import chat.parley.message.service.change.MessageVersionsService;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Edits messages, and shows what they said before. */
@Path("/room")
@Tag(name = "message", description = "The messages of a room.")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
@APIResponse(responseCode = "404", description = "room.not_found, message.not_found")
@APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
public class MessageEditResource {
    private final EditMessageService editor;
    private final MessageVersionsService versions;
    private final CurrentUser caller;

    MessageEditResource(EditMessageService editor, MessageVersionsService versions, CurrentUser caller) {
        this.editor = editor;
        this.versions = versions;
        this.caller = caller;
    }

    @PATCH
    @Path("/message")
    @Operation(operationId = "editMessage", summary = "Edit a message", description = """
                    For its author. `editedAt` tells everybody that it was edited; what it said before is kept for the \
                    author and the admins of the room. The same text once more changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The message as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageResponse.class),
                            examples = @ExampleObject(name = "edited", value = MessageExamples.EDITED)))
    @APIResponse(responseCode = "400", ref = ApiDocs.MALFORMED)
    @APIResponse(responseCode = "403", description = "message.edit_forbidden, room.not_a_member, room.read_only")
    @APIResponse(responseCode = "409", description = "message.not_editable, message.recalled, message.too_many_edits")
    @APIResponse(responseCode = "413", description = "message.too_long, request.too_large")
    @APIResponse(responseCode = "422", description = "request.invalid, message.empty")
    public MessageResponse edit(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "edit", value = MessageExamples.EDIT)))
                    @Valid
                    @NotNull
                    EditMessageRequest request) {
        return MessageResponse.from(editor.edit(request.toCommand(caller.id())), caller.id());
    }

    @GET
    @Path("/message/version")
    @Operation(operationId = "getMessageVersions", summary = "Read what a message said before", description = """
                    For its author and the admins of the room; the latest first. Empty if the message was never edited \
                    or was recalled.""")
    @APIResponse(
            responseCode = "200",
            description = "The former texts.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MessageVersionsResponse.class),
                            examples = @ExampleObject(name = "versions", value = MessageExamples.VERSIONS)))
    @APIResponse(responseCode = "403", description = "message.versions_forbidden, room.not_a_member")
    public MessageVersionsResponse versions(
            @Parameter(description = "The room.") @RestQuery("roomId") @NotNull RoomId roomId,
            @Parameter(description = "The message's number in the room.") @RestQuery("seq") @NotNull @Positive
                    Long seq) {
        return new MessageVersionsResponse(versions.versions(new Seat(roomId, caller.id()), seq));
    }
}
