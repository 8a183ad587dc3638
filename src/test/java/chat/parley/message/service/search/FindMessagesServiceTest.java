package chat.parley.message.service.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.UserId;
import chat.parley.message.MessageError;
import chat.parley.message.model.ContentType;
import chat.parley.message.model.Message;
import chat.parley.message.model.search.SearchFilter;
import chat.parley.message.model.search.SearchHit;
import chat.parley.message.model.search.SearchPlace;
import chat.parley.message.model.search.SearchText;
import chat.parley.message.port.search.SearchQueries;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.page.Page;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FindMessagesServiceTest {
    private static final UserId READER = new UserId(1);
    private static final RoomId ROOM = new RoomId(7);
    private static final int MESSAGES = 30_000;
    private static final int LIMIT = 50;

    @Test
    void whatIsCommonIsFoundByWalkingAlone() {
        Log log = new Log(n -> n % 40 == 0 ? "blue " + n : "green " + n);

        Page<SearchHit> page = find(log, "blue");

        assertThat(numbers(page))
                .hasSize(LIMIT)
                .allMatch(n -> n % 40 == 0)
                .first()
                .isEqualTo((long) MESSAGES);
        assertThat(log.asked).isZero();
    }

    @Test
    void whatIsRareIsLeftToTheIndexAfterTheNewest() {
        Log log = new Log(n -> n == 5 ? "blue" : "green");

        assertThat(numbers(find(log, "blue"))).containsExactly(5L);
        assertThat(log.asked).isPositive();
        assertThat(log.walked).isLessThan(10_000);
    }

    @Test
    void rareWordsOfCommonPiecesAreWalkedFor() {
        // Of "7." the index knows the full stop alone, as the number may begin earlier.
        Log log = new Log(n -> n == 9_000 ? "say 7." : "say 8.");

        assertThat(numbers(find(log, "7."))).containsExactly(9_000L);
    }

    @Test
    void whereTheIndexGivesUpWalkingGoesOn() {
        Log log = new Log(n -> n == 9_000 ? "blue" : "green");
        log.indexIsTooSlow = true;

        assertThat(numbers(find(log, "blue"))).containsExactly(9_000L);
    }

    @Test
    void whereWalkingIsTooSlowAsWellItIsSaid() {
        Log log = new Log(n -> n == 9_000 ? "blue" : "green");
        log.indexIsTooSlow = true;
        log.walkIsTooSlow = true;

        assertThatThrownBy(() -> find(log, "blue"))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(MessageError.SEARCH_TIMEOUT));
    }

    private static Page<SearchHit> find(Log log, String text) {
        SearchFilter filter = new SearchFilter(SearchText.parse(text), null, null, null, null, Set.of());
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        return new FindMessagesService(log, noRoomAsked()).find(READER, filter, SearchPlace.NEWEST, LIMIT, deadline);
    }

    private static List<Long> numbers(Page<SearchHit> page) {
        return page.items().stream().map(hit -> hit.message().seq()).toList();
    }

    private static RoomAccess noRoomAsked() {
        return (RoomAccess) Proxy.newProxyInstance(
                RoomAccess.class.getClassLoader(), new Class<?>[] {RoomAccess.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("no room was asked for");
                });
    }

    /** Many messages of one room, one a millisecond. */
    private static final class Log implements SearchQueries {
        private final IntFunction<String> texts;
        private boolean indexIsTooSlow;
        private boolean walkIsTooSlow;
        private int asked;
        private int walked;

        Log(IntFunction<String> texts) {
            this.texts = texts;
        }

        @Override
        public long readable(UserId reader) {
            return MESSAGES;
        }

        @Override
        public List<SearchPlace> newest(
                UserId reader, SearchFilter filter, SearchPlace behind, int limit, boolean allRooms) {
            if (walkIsTooSlow) {
                throw ParleyException.of(MessageError.SEARCH_TIMEOUT);
            }
            List<SearchPlace> places = new ArrayList<>();
            for (int n = before(behind); n > 0 && places.size() < limit; n--) {
                places.add(place(n));
            }
            walked += places.size();
            return places;
        }

        @Override
        public List<SearchPlace> withGrams(
                UserId reader, SearchFilter filter, Set<String> grams, SearchPlace behind, int limit) {
            asked++;
            if (indexIsTooSlow) {
                throw ParleyException.of(MessageError.SEARCH_TIMEOUT);
            }
            List<SearchPlace> places = new ArrayList<>();
            for (int n = before(behind); n > 0 && places.size() < limit; n--) {
                if (filter.suspects(message(n))) {
                    places.add(place(n));
                }
            }
            return places;
        }

        @Override
        public List<Message> read(UserId reader, List<SearchPlace> places) {
            return places.stream().map(place -> message((int) place.seq())).toList();
        }

        private static int before(SearchPlace behind) {
            return behind.equals(SearchPlace.NEWEST) ? MESSAGES : (int) behind.seq() - 1;
        }

        private static SearchPlace place(int n) {
            return new SearchPlace(Instant.ofEpochMilli(n), ROOM, n);
        }

        private Message message(int n) {
            return new Message(
                    ROOM,
                    n,
                    n,
                    READER,
                    ContentType.TEXT,
                    texts.apply(n),
                    null,
                    null,
                    null,
                    null,
                    Instant.ofEpochMilli(n),
                    null);
        }
    }
}
