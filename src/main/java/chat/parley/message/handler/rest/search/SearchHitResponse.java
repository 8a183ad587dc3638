package chat.parley.message.handler.rest.search;

import chat.parley.identity.UserId;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.search.Highlight;
import chat.parley.message.model.search.SearchHit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SearchHit")
record SearchHitResponse(
        MessageResponse message,

        @Schema(
                description = "Where in the text the words are, counted in UTF-16 units; empty if they are in the"
                        + " file's name, or none were asked for.")
        List<Highlight> highlights) {

    static SearchHitResponse from(SearchHit hit, UserId reader) {
        return new SearchHitResponse(MessageResponse.from(hit.message(), reader), hit.highlights());
    }
}
