package chat.parley.message.handler.rest.search;

import chat.parley.identity.CurrentUser;
import chat.parley.identity.UserId;
import chat.parley.message.model.search.Has;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.model.search.SearchText;
import chat.parley.message.service.search.SearchMessagesService;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.ApiDocs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Looks through everything that the caller may read. */
@Path("/search")
@Tag(name = "message", description = "The messages of a room.")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private static final int MAX_TEXT = 256;

    private final SearchMessagesService searches;
    private final CurrentUser caller;

    SearchResource(SearchMessagesService searches, CurrentUser caller) {
        this.searches = searches;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "searchMessages", summary = "Search messages", description = """
                    In all rooms that the caller is a member of now, the newest message first. All words of `q` must be in \
                    the text or the file's name, in any order; "words in quotation marks" as they stand there. Case, accents and \
                    the width of characters do not count. A word is found within others, too, but one or two letters of an \
                    alphabet only where a word begins. There are no operators: signs are looked for like letters. Give `q`, a \
                    filter, or both. What people wrote whom the caller blocked, or who blocked the caller, is left out. A new or \
                    edited message is found about a second later; what is recalled or was edited away is not found any more.""")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SearchPageResponse.class),
                            examples = {
                                @ExampleObject(name = "found", value = SearchExamples.PAGE),
                                @ExampleObject(name = "nothing", value = SearchExamples.EMPTY)
                            }))
    @APIResponse(responseCode = "401", ref = ApiDocs.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = "room.not_a_member")
    @APIResponse(responseCode = "404", description = "room.not_found")
    @APIResponse(responseCode = "422", description = "request.invalid, message.search_empty")
    @APIResponse(responseCode = "503", description = "message.search_timeout, message.search_busy, server.unavailable")
    public SearchPageResponse search(
            @Parameter(description = "What to look for; at most 16 words.", example = "good \"morning all\"")
                    @RestQuery("q")
                    @Size(max = MAX_TEXT)
                    @Nullable
                    String q,
            @Parameter(description = "In this room only.") @RestQuery("roomId") @Nullable RoomId roomId,
            @Parameter(description = "By this author only.") @RestQuery("from") @Nullable UserId from,
            @Parameter(description = "Before this time, or this date (UTC).", example = "2026-11-22")
                    @RestQuery("before")
                    @Nullable
                    String before,
            @Parameter(description = "From this time on, or this date (UTC).", example = "2026-11-01T08:00:00Z")
                    @RestQuery("after")
                    @Nullable
                    String after,
            @Parameter(description = "Only what brings this; several: all of them.") @RestQuery("has") List<Has> has,
            @Parameter(description = "The next of the page before.") @RestQuery("cursor") @Nullable String cursor,
            @Parameter(description = "Messages on a page.") @RestQuery("limit") @DefaultValue("50") @Min(1) @Max(100)
                    int limit) {
        Set<Has> brings = has.isEmpty() ? Set.of() : EnumSet.copyOf(has);
        var filter = new SearchFilter(
                SearchText.parse(q),
                roomId,
                from,
                SearchTimes.parse("before", before),
                SearchTimes.parse("after", after),
                brings);
        return SearchPageResponse.from(searches.search(caller.id(), filter, place(cursor), limit), caller.id());
    }

    private static SearchPlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return SearchPlace.NEWEST;
        }
        try {
            return SearchPlace.parse(cursor);
        } catch (RuntimeException e) {
            throw ParleyException.onField(RequestError.INVALID, "/cursor", "is not the next of a former page");
        }
    }
}
