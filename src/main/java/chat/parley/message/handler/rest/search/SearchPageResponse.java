package chat.parley.message.handler.rest.search;

import chat.parley.identity.UserId;
import chat.parley.message.model.search.SearchHit;
import chat.parley.shared.page.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SearchPage")
record SearchPageResponse(
        List<SearchHitResponse> items,

        @Schema(
                description = "The `cursor` of the following page; absent on the last. A page may have fewer messages"
                        + " than asked for, even none, and still a next one, when there was much to look through.")
        @Nullable
        String next) {

    static SearchPageResponse from(Page<SearchHit> page, UserId reader) {
        return new SearchPageResponse(
                page.items().stream()
                        .map(hit -> SearchHitResponse.from(hit, reader))
                        .toList(),
                page.next());
    }
}
