package chat.parley.message.port.search;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchPlace;
import java.util.List;
import java.util.Set;

/**
 * Finds messages in two steps: places where something may be, the newest first, and what is there, for somebody who may
 * read it now. Both may fail with {@code message.search_timeout}.
 */
public interface SearchQueries {
    /** How many messages the rooms of this reader keep in all. */
    long readable(UserId reader);

    /** Places in the reader's rooms behind this one that fit the filter, its words aside. */
    List<SearchPlace> newest(UserId reader, SearchFilter filter, SearchPlace behind, int limit, boolean allRooms);

    /** Places in the reader's rooms behind this one whose messages have all these pieces. */
    List<SearchPlace> withGrams(UserId reader, SearchFilter filter, Set<String> grams, SearchPlace behind, int limit);

    /**
     * The messages at these places, in their order, as they stand; without those that the reader may not read, and
     * without those of people whom the reader blocked, or who blocked the reader.
     */
    List<Message> read(UserId reader, List<SearchPlace> places);
}
