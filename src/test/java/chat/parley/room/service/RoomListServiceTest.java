package chat.parley.room.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.JoinPolicy;
import chat.parley.room.RoomActivity.Activity;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.model.RoomPosition;
import chat.parley.shared.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomListServiceTest {
    private final RoomHouse house = new RoomHouse();
    private final RoomId quiet = house.group(JoinPolicy.OPEN);
    private final RoomId busy = house.group(JoinPolicy.INVITE);
    private final RoomId direct = house.directRoom();

    @Test
    void theRoomWithTheLatestMessageComesFirst() {
        say(busy, 2, Duration.ofMinutes(5));
        say(direct, 0, Duration.ofMinutes(3));

        List<RoomView> rooms = house.listing.mine(house.member);

        assertThat(rooms).extracting(RoomView::id).containsExactly(busy, direct, quiet);
        assertThat(rooms.getFirst().unread()).isEqualTo(2);
        assertThat(rooms.getFirst().lastMessage()).isEqualTo("last");
        assertThat(rooms.getLast().lastMessage()).isNull();
    }

    @Test
    void aDirectRoomShowsTheOtherPerson() {
        assertThat(house.listing.mine(house.stranger))
                .singleElement()
                .satisfies(room -> assertThat(room.other().id()).isEqualTo(house.member));
    }

    @Test
    void twentyRoomsCostAsManyQuestionsAsOne() {
        house.listing.mine(house.stranger);
        int forOne = house.users.questions();
        for (int i = 5; i < 25; i++) {
            house.direct.open(house.stranger, house.users.add(i, "user" + i));
        }

        assertThat(house.listing.mine(house.stranger)).hasSize(21);
        assertThat(house.users.questions()).isEqualTo(2 * forOne);
    }

    @Test
    void pagesGoOnWhereTheFormerEnded() {
        say(busy, 0, Duration.ofMinutes(5));

        Page<RoomView> first = house.listing.mine(house.member, null, 2);
        Page<RoomView> second = house.listing.mine(house.member, RoomPosition.parse(first.next()), 2);

        assertThat(first.items()).extracting(RoomView::id).containsExactly(busy, direct);
        assertThat(second.items()).extracting(RoomView::id).containsExactly(quiet);
        assertThat(second.next()).isNull();
    }

    private void say(RoomId room, int unread, Duration later) {
        Instant at = house.clock.instant().plus(later);
        house.activity.put(room, new Activity(unread, 0, "last", at));
    }
}
