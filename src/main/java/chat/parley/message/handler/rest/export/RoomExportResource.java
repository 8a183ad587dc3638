package chat.parley.message.handler.rest.export;

import chat.parley.identity.CurrentUser;
import chat.parley.message.service.export.ExportRoomService;
import chat.parley.message.service.export.ExportRoomService.Begun;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.shared.web.ApiDocs;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A whole room in one file. */
@Path("/room/export")
@Tag(name = "room")
@Authenticated
@RunOnVirtualThread
public class RoomExportResource {
    private static final String JSON = """
            {"exportedAt": "2026-11-22T15:04:05.123Z",
             "room": {"id": "561170204017364999", "name": "Compilers", "channelType": "PUBLIC", "joinPolicy": "open",
              "writePolicy": "everyone", "memberCount": 2, "firstSeq": 1, "lastSeq": 1, "lastRev": 1, "readOnly": false,
              "createdAt": "2026-11-22T15:00:00.000Z"},
             "messages": [{"id": "561170204017364999-1", "roomId": "561170204017364999", "seq": 1, "rev": 1,
              "userId": "561170204017364992", "contentType": "TEXT", "text": "Good morning!",
              "createdAt": "2026-11-22T15:00:00.000Z"}],
             "users": [{"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
              "createdAt": "2026-11-22T15:00:00.000Z"}]}""";
    private static final String HTML = "<!DOCTYPE html><html lang=\"en\">...</html>";

    private final ExportRoomService export;
    private final ObjectMapper json;
    private final CurrentUser caller;

    RoomExportResource(ExportRoomService export, ObjectMapper json, CurrentUser caller) {
        this.export = export;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(operationId = "exportRoom", summary = "Export a group", description = """
                    For its creator: all messages up to this moment, written while they are read. An answer that breaks off \
                    is not complete: JSON then does not end.""")
    @APIResponse(
            responseCode = "200",
            description = "The room in one document",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "room", value = JSON)),
                @Content(
                        mediaType = "text/html",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "page", value = HTML))
            })
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "room.forbidden, room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "409", description = "room.direct")
    @APIResponse(responseCode = "422", ref = ApiDocs.INVALID)
    @APIResponse(responseCode = "429", description = "request.rate_limited")
    public Response export(
            @RestQuery("id") @NotNull RoomId id,
            @Parameter(description = "For programs, or to read.") @RestQuery("format") @DefaultValue("json")
                    ExportFormat format) {
        Begun begun = export.begin(new Seat(id, caller.id()));
        StreamingOutput body = format == ExportFormat.JSON
                ? out -> new JsonRoomExport(export, json).write(out, begun)
                : out -> new HtmlRoomExport(export).write(out, begun);
        String type = format == ExportFormat.JSON ? MediaType.APPLICATION_JSON : "text/html;charset=UTF-8";
        String file = "parley-room-" + id + "." + format.wireName();
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("Cache-Control", "no-store")
                .build();
    }
}
