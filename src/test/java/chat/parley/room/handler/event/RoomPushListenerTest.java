package chat.parley.room.handler.event;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.room.Role;
import chat.parley.room.RoomEvent.DirectRoomChanged;
import chat.parley.room.RoomEvent.MemberJoined;
import chat.parley.room.RoomEvent.MemberRemoved;
import chat.parley.room.RoomEvent.RoleChanged;
import chat.parley.room.RoomEvent.RoomDeleted;
import chat.parley.room.RoomId;
import chat.parley.room.service.ScriptedNews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomPushListenerTest {
    private static final RoomId ROOM = new RoomId(7);
    private static final UserId ADA = new UserId(1);
    private static final UserId BOB = new UserId(2);

    private final Set<UserId> members = new HashSet<>(Set.of(ADA));
    private final List<String> steps = new ArrayList<>();
    private final Topics topics = new Topics();
    private final ScriptedNews news = new ScriptedNews(members, steps);
    private final Told told = new Told();
    private final RoomStateTeller teller = new RoomStateTeller(news, told);
    private final RoomPushListener listener = new RoomPushListener(topics, teller::tell, told);
    private final List<Object> bodies = new ArrayList<>();

    @Test
    void whoCameListensBeforeTheRoomIsRead() {
        members.add(BOB);

        listener.happened(new MemberJoined(ROOM, BOB));

        assertThat(steps)
                .containsExactly("subscribe 2", "read 2", "covers 1", "room.added to 2", "room.members to the room");
        assertThat(bodies).last().isEqualTo(new RoomMembersPush(ROOM, 2, news.views(List.of(BOB)), null, null));
    }

    @Test
    void whoIsOutAgainWhenTheirComingIsToldDoesNotListen() {
        listener.happened(new MemberJoined(ROOM, BOB));

        assertThat(steps).containsExactly("read 2", "unsubscribe 2", "room.removed to 2", "room.members to the room");
        assertThat(bodies).last().isEqualTo(new RoomMembersPush(ROOM, 1, null, List.of(BOB), null));
    }

    @Test
    void whoIsBackWhenTheirGoingIsToldKeepsListening() {
        members.add(BOB);

        listener.happened(new MemberRemoved(ROOM, ADA, BOB));

        assertThat(steps).contains("subscribe 2", "room.added to 2").doesNotContain("unsubscribe 2");
        assertThat(bodies).last().isEqualTo(new RoomMembersPush(ROOM, 2, news.views(List.of(BOB)), null, null));
    }

    @Test
    void aRoleIsToldAsItIsNow() {
        listener.happened(new RoleChanged(ROOM, ADA, ADA, Role.ADMIN));

        assertThat(bodies).containsExactly(new RoomMembersPush(ROOM, 1, null, null, news.views(List.of(ADA))));
    }

    @Test
    void whereNobodyListensNothingIsRead() {
        told.heard = false;

        listener.happened(new DirectRoomChanged(ROOM, ADA, BOB));
        listener.happened(new RoleChanged(ROOM, ADA, ADA, Role.ADMIN));

        assertThat(steps).isEmpty();
    }

    @Test
    void nobodyListensToADeletedRoom() {
        listener.happened(new RoomDeleted(ROOM, ADA, List.of(ADA, BOB)));

        assertThat(steps).containsExactly("room.removed to the room", "unsubscribe all");
    }

    private final class Topics implements Subscriptions {
        @Override
        public void settle(Topic topic, Collection<UserId> users) {
            RoomTopicMembers settling = new RoomTopicMembers(news, this, new Told());
            users.forEach(user -> settling.settle(user, topic));
        }

        @Override
        public void covers(Topic topic, long revision) {
            steps.add("covers " + revision);
        }

        @Override
        public void subscribe(UserId user, Topic topic) {
            steps.add("subscribe " + user);
        }

        @Override
        public void unsubscribe(UserId user, Topic topic) {
            steps.add("unsubscribe " + user);
        }

        @Override
        public boolean isSubscribed(UserId user, Topic topic) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unsubscribeAll(Topic topic) {
            steps.add("unsubscribe all");
        }
    }

    private final class Told implements FanOut {
        private boolean heard = true;

        @Override
        public void publishHere(Topic topic, Push push) {
            steps.add(push.route() + " to the room");
            bodies.add(push.body());
        }

        @Override
        public boolean isHeardHere(Topic topic) {
            return heard;
        }

        @Override
        public boolean isHere(UserId user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void publish(Topic topic, Push push) {
            steps.add(push.route() + " to the room");
        }

        @Override
        public void publish(RevisedPush push) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void publishHere(UserId user, Push push) {
            steps.add(push.route() + " to " + user);
        }

        @Override
        public boolean hasPeers() {
            return false;
        }

        @Override
        public void together(Runnable work) {
            work.run();
        }
    }
}
