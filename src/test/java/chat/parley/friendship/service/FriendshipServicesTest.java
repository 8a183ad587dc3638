package chat.parley.friendship.service;

import static chat.parley.testing.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.friendship.DirectRoomId;
import chat.parley.friendship.DirectRooms;
import chat.parley.friendship.FriendshipChanged;
import chat.parley.friendship.FriendshipError;
import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendView;
import chat.parley.identity.IdentityError;
import chat.parley.identity.UserId;
import chat.parley.shared.page.Page;
import chat.parley.testing.FakeUsers;
import chat.parley.testing.RecordedEvents;
import chat.parley.testing.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FriendshipServicesTest {
    private static final DirectRoomId ROOM = new DirectRoomId(77);

    private final FakeUsers users = new FakeUsers();
    private final UserId ada = users.add(1, "ada");
    private final UserId bob = users.add(2, "bob");
    private final UserId eve = users.add(3, "eve");

    private final InMemoryFriendships friendships = new InMemoryFriendships();
    private final RememberedRooms rooms = new RememberedRooms();
    private final RecordedEvents<FriendshipChanged> events = new RecordedEvents<>();
    private final SteppingClock clock = new SteppingClock();

    private final InMemoryBlocks blocks = new InMemoryBlocks();
    private final AskFriendService asking = new AskFriendService(friendships, blocks, rooms, users, events, clock);
    private final EndFriendshipService ending = new EndFriendshipService(friendships, rooms, events);
    private final FriendListService listing = new FriendListService(friendships, users);

    @Test
    void askingMakesARequestThatTheOtherSeesAsPending() {
        FriendView asked = ask(ada, bob);

        assertThat(asked.state()).isEqualTo(FriendState.REQUESTED);
        assertThat(listing.current(bob, ada).state()).isEqualTo(FriendState.PENDING);
        assertThat(listing.current(bob, ada).note()).isEqualTo("hello");
        assertThat(events.fired()).containsExactly(new FriendshipChanged(ada, bob));
        assertThat(rooms.calls).isEmpty();
    }

    @Test
    void askingBackAcceptsAndOpensTheDirectRoom() {
        ask(ada, bob);
        FriendView accepted = ask(bob, ada);

        assertThat(accepted.state()).isEqualTo(FriendState.ACCEPTED);
        assertThat(accepted.roomId()).isEqualTo(ROOM);
        assertThat(listing.current(ada, bob).roomId()).isEqualTo(ROOM);
        assertThat(rooms.calls).containsExactly("open 2 1");
    }

    @Test
    void askingAgainChangesNothing() {
        FriendView first = ask(ada, bob);
        clock.advance(Duration.ofHours(1));
        assertThat(ask(ada, bob)).isEqualTo(first);

        FriendView accepted = ask(bob, ada);
        clock.advance(Duration.ofHours(1));
        assertThat(ask(bob, ada)).isEqualTo(accepted);
        assertThat(events.fired()).hasSize(2);
        assertThat(rooms.calls).hasSize(1);
    }

    @Test
    void nobodyBefriendsThemselvesOrSomebodyWhoIsNotThere() {
        users.disable(eve);

        assertThat(codeOf(() -> ask(ada, ada))).isEqualTo(FriendshipError.SELF);
        assertThat(codeOf(() -> ask(ada, new UserId(99)))).isEqualTo(IdentityError.USER_NOT_FOUND);
        assertThat(codeOf(() -> ask(ada, eve))).isEqualTo(IdentityError.USER_NOT_FOUND);
        assertThat(ask(ada, bob).state()).isEqualTo(FriendState.REQUESTED);
    }

    @Test
    void refusingARequestLeavesNothingAndTouchesNoRoom() {
        ask(ada, bob);
        ending.end(bob, ada);

        assertThat(listing.current(ada, bob).state()).isEqualTo(FriendState.NONE);
        assertThat(rooms.calls).isEmpty();
        assertThat(codeOf(() -> ending.end(bob, ada))).isEqualTo(FriendshipError.NOT_FOUND);
    }

    @Test
    void endingAFriendshipClosesTheRoomAndStartingAnewOpensIt() {
        ask(ada, bob);
        ask(bob, ada);
        ending.end(ada, bob);
        ask(bob, ada);
        ask(ada, bob);

        assertThat(rooms.calls).containsExactly("open 2 1", "close 1 2", "open 1 2");
    }

    @Test
    void listsGoByStateAndInPages() {
        ask(ada, bob);
        ask(eve, ada);

        assertThat(states(listing.list(ada, null, null, 50)))
                .containsExactly(FriendState.REQUESTED, FriendState.PENDING);
        assertThat(states(listing.list(ada, FriendState.PENDING, null, 50))).containsExactly(FriendState.PENDING);
        Page<FriendView> first = listing.list(ada, null, null, 1);
        assertThat(first.next()).isEqualTo("2");
        Page<FriendView> second = listing.list(ada, null, UserId.parse(first.next()), 1);
        assertThat(states(second)).containsExactly(FriendState.PENDING);
        assertThat(second.next()).isNull();
    }

    private FriendView ask(UserId one, UserId other) {
        return asking.ask(new AskFriend(one, other, "hello"));
    }

    private static List<FriendState> states(Page<FriendView> page) {
        return page.items().stream().map(FriendView::state).toList();
    }

    private static final class RememberedRooms implements DirectRooms {
        final List<String> calls = new ArrayList<>();

        @Override
        public DirectRoomId open(UserId one, UserId other) {
            calls.add("open " + one + " " + other);
            return ROOM;
        }

        @Override
        public void close(UserId one, UserId other) {
            calls.add("close " + one + " " + other);
        }
    }
}
