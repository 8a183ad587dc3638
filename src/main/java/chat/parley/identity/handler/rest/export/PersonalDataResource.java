package chat.parley.identity.handler.rest.export;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.identity.handler.rest.UserInfoResponse;
import chat.parley.identity.model.Account;
import chat.parley.identity.service.FindUsersService;
import chat.parley.identity.service.export.PersonalDataService;
import chat.parley.shared.web.ApiDocs;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the server keeps of the caller. */
@Path("userInfo/export")
@Tag(name = "user")
@Authenticated
@RunOnVirtualThread
public class PersonalDataResource {
    private static final String EXAMPLE = """
            {"exportedAt": "2026-11-22T15:04:05.123Z",
             "account": {"id": "561170204017364992", "username": "grace", "displayName": "Grace", "permission": "user",
              "hideLastSeen": false, "email": "grace@example.com", "createdAt": "2026-11-22T15:00:00.000Z"},
             "blocks": [], "friends": [],
             "messages": [{"roomId": "561170204017364999", "seq": 17, "contentType": "TEXT", "text": "Good morning!",
              "createdAt": "2026-11-22T15:00:00.000Z"}],
             "rooms": [{"roomId": "561170204017364999", "name": "Compilers", "role": "member", "notifyLevel": "all",
              "readSeq": 17}],
             "sessions": []}""";

    private final PersonalDataService data;
    private final FindUsersService users;
    private final ObjectMapper json;
    private final CurrentUser caller;

    PersonalDataResource(PersonalDataService data, FindUsersService users, ObjectMapper json, CurrentUser caller) {
        this.data = data;
        this.users = users;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "exportMyData", summary = "Take my data along", description = """
                    Everything the server keeps of the caller, as one JSON document that is written while it is read: \
                    account, sessions, friends, blocks, rooms, and every message they wrote (in no particular order).""")
    @APIResponse(
            responseCode = "200",
            description = "The document; each section is a list",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "data", value = EXAMPLE)))
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(responseCode = "429", description = "request.rate_limited")
    public Response export() {
        UserId user = caller.id();
        List<PersonalData> sections = data.begin(user);
        Account account = users.account(user);
        Instant now = data.now();
        StreamingOutput body = out -> write(out, user, account, now, sections);
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"parley-my-data.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void write(OutputStream out, UserId user, Account account, Instant now, List<PersonalData> sections)
            throws IOException {
        try (JsonGenerator generator = json.getFactory().createGenerator(out)) {
            generator.writeStartObject();
            generator.writeObjectField("exportedAt", now);
            generator.writeObjectField("account", UserInfoResponse.from(account));
            for (PersonalData section : sections) {
                generator.writeArrayFieldStart(section.section());
                section.each(user, record -> write(generator, record));
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    private static void write(JsonGenerator generator, Object record) {
        try {
            generator.writeObject(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
