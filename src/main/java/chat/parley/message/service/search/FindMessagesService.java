package chat.parley.message.service.search;

import chat.parley.identity.UserId;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchHit;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.port.search.SearchQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/**
 * Finds messages. What is common is found by walking back from the newest message, and what is rare by the index: each
 * is slow where the other is fast. Whatever either suspects is read from the log and looked at.
 */
@ApplicationScoped
public class FindMessagesService {
    /** Who may read so few messages is answered from their own rooms' entries. */
    private static final long FEW = 20_000;

    private static final int WALK = 1_024;
    private static final int LOOK_AROUND = 8_192;
    private static final int SUSPECTS = 2_048;

    private final SearchQueries queries;
    private final RoomAccess rooms;

    FindMessagesService(SearchQueries queries, RoomAccess rooms) {
        this.queries = queries;
        this.rooms = rooms;
    }

    /** A page; one that is short of its limit because {@code deadline} came too soon says so by having a next. */
    @Transactional
    public Page<SearchHit> find(UserId reader, SearchFilter filter, SearchPlace behind, int limit, long deadline) {
        if (filter.roomId() != null) {
            rooms.asMember(new Seat(filter.roomId(), reader));
        }
        SearchPage page = new SearchPage(filter, places -> queries.read(reader, places), behind, limit, deadline);
        Set<String> grams = filter.grams();
        if (grams.isEmpty()) {
            while (page.wantsMore()) {
                page.look(queries.newest(reader, filter, page.reached(), WALK, true), WALK);
            }
        } else if (!walk(page, reader, filter)) {
            while (page.wantsMore()) {
                page.look(queries.withGrams(reader, filter, grams, page.reached(), SUSPECTS), SUSPECTS);
            }
        }
        return page.result();
    }

    /** Returns whether that was all there is. */
    private boolean walk(SearchPage page, UserId reader, SearchFilter filter) {
        boolean narrow = filter.roomId() != null || filter.from() != null;
        boolean few = !narrow && queries.readable(reader) <= FEW;
        int limit = narrow || few ? WALK : LOOK_AROUND;
        List<SearchPlace> places = queries.newest(reader, filter, page.reached(), limit, few);
        page.look(places.subList(0, Math.min(WALK, places.size())), limit);
        boolean all = (narrow || few) && places.size() < WALK;
        if (!all) {
            page.goOn();
        }
        return all;
    }
}
