package chat.parley.message.service.search;

import chat.parley.message.model.Message;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchHit;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.shared.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A page that is being filled, from the newest place to the oldest. */
final class SearchPage {
    private static final int READ_AT_ONCE = 128;

    // From the newest messages it shows whether the index would name one in so many of all.
    private static final int SAMPLE = 256;
    private static final int COMMON = 64;

    private final SearchFilter filter;
    private final Function<List<SearchPlace>, List<Message>> log;
    private final int limit;
    private final long deadline;
    private final List<SearchHit> hits = new ArrayList<>();
    private SearchPlace reached;
    private boolean complete;
    private int sampled;
    private int suspects;

    SearchPage(
            SearchFilter filter,
            Function<List<SearchPlace>, List<Message>> log,
            SearchPlace behind,
            int limit,
            long deadline) {
        this.filter = filter;
        this.log = log;
        this.reached = behind;
        this.limit = limit;
        this.deadline = deadline;
    }

    /** Everything up to here was looked at. */
    SearchPlace reached() {
        return reached;
    }

    boolean wantsMore() {
        return !complete && !isFull() && isInTime();
    }

    // One more than asked for tells that there is a next page.
    private boolean isFull() {
        return hits.size() > limit;
    }

    private boolean isInTime() {
        return System.nanoTime() - deadline < 0;
    }

    /** Looks at places, of which there would be {@code asked} if there were more. */
    void look(List<SearchPlace> places, int asked) {
        complete = places.size() < asked;
        for (int from = 0; from < places.size(); from += READ_AT_ONCE) {
            if (isFull() || !isInTime()) {
                complete = false;
                return;
            }
            List<SearchPlace> some = places.subList(from, Math.min(places.size(), from + READ_AT_ONCE));
            List<Message> messages = log.apply(some);
            sample(messages);
            messages.stream()
                    .filter(filter::matches)
                    .map(message -> new SearchHit(message, filter.text().highlights(message.text())))
                    .forEach(hits::add);
            reached = some.getLast();
        }
    }

    private void sample(List<Message> messages) {
        if (sampled < SAMPLE) {
            sampled += messages.size();
            suspects += (int) messages.stream().filter(filter::suspects).count();
        }
    }

    /** Whether the index would name so many messages that to sort them takes longer than to look at the newest. */
    boolean hasCommonPieces() {
        return suspects * COMMON > sampled;
    }

    /** There may be more, however few places there were. */
    void goOn() {
        complete = false;
    }

    Page<SearchHit> result() {
        if (isFull() || complete) {
            return Page.cut(hits, limit, hit -> hit.place().toString());
        }
        return new Page<>(hits, reached.toString());
    }
}
