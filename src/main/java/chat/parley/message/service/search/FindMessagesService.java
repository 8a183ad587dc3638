package chat.parley.message.service.search;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchHit;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.port.search.SearchQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.Seat;
import chat.parley.shared.error.ParleyException;
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
        } else {
            boolean narrow = filter.roomId() != null || filter.from() != null;
            boolean few = !narrow && queries.readable(reader) <= FEW;
            Walk walk = new Walk(reader, filter, few, narrow || few);
            walk.go(page, WALK);
            boolean walking = page.hasCommonPieces();
            while (page.wantsMore()) {
                if (walking) {
                    walk.go(page, Integer.MAX_VALUE);
                } else {
                    walking = !askIndex(page, reader, filter, grams);
                }
            }
        }
        return page.result();
    }

    /** Returns whether it knew in time. */
    private boolean askIndex(SearchPage page, UserId reader, SearchFilter filter, Set<String> grams) {
        try {
            page.look(queries.withGrams(reader, filter, grams, page.reached(), SUSPECTS), SUSPECTS);
            return true;
        } catch (ParleyException e) {
            if (e.code() != MessageError.SEARCH_TIMEOUT) {
                throw e;
            }
            return false;
        }
    }

    /** Looks at one message after the other. */
    private final class Walk {
        private final UserId reader;
        private final SearchFilter filter;

        // Through the reader's rooms only, or through what was said anywhere, which needs no sorting.
        private boolean ownRooms;

        // A step that finds less than it could has come to the end.
        private boolean ends;

        Walk(UserId reader, SearchFilter filter, boolean ownRooms, boolean ends) {
            this.reader = reader;
            this.filter = filter;
            this.ownRooms = ownRooms;
            this.ends = ends;
        }

        /** A step, of which at most so many messages are looked at. */
        void go(SearchPage page, int most) {
            int step = ends ? WALK : LOOK_AROUND;
            List<SearchPlace> places = queries.newest(reader, filter, page.reached(), step, ownRooms);
            if (places.isEmpty() && !ends) {
                // All that was said lately was said elsewhere, or there is nothing left.
                ownRooms = true;
                ends = true;
                go(page, most);
                return;
            }
            page.look(places.subList(0, Math.min(most, places.size())), step);
            if (!ends || places.size() == step) {
                page.goOn();
            }
        }
    }
}
