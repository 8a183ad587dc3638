package chat.parley.message.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.UserId;
import chat.parley.message.model.Appended;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.message.model.NewMessage;
import chat.parley.message.model.SystemNotice;
import chat.parley.message.port.MessageConfig;
import chat.parley.message.port.RoomLog;
import chat.parley.room.Membership;
import chat.parley.room.Role;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomId;
import chat.parley.room.RoomMembers;
import chat.parley.room.Seat;
import chat.parley.testing.SteppingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Whom a message calls is found out before it goes into the log, and never keeps it from going there. */
class SendMessageServiceTest {
    private static final RoomId ROOM = new RoomId(1);
    private static final UserId AUTHOR = new UserId(2);
    private static final UserId BOB = new UserId(3);

    private final RecordingLog log = new RecordingLog();
    private final Room room = new Room();
    private final SendMessageService sender =
            new SendMessageService(log, new MentionsService(room, room), new ShippedLimits(), new SteppingClock());

    @Test
    void membersAreCalledByName() {
        assertThat(mentionsIn("hello @Bob and @carol")).isEqualTo(Mentions.of(List.of(BOB), false));
        assertThat(mentionsIn("hello")).isNull();
        assertThat(room.asked).as("a text without an @ asks nobody").isEqualTo(1);
    }

    @Test
    void onlyAdminsCallEverybody() {
        assertThat(mentionsIn("@all")).isNull();
        room.admin = true;
        assertThat(mentionsIn("@all")).isEqualTo(Mentions.of(List.of(), true));
        room.member = false;
        assertThat(mentionsIn("@all")).as("of somebody who is not here").isNull();
    }

    @Test
    void aMessageWhoseNamesCannotBeLookedUpGoesItsWay() {
        room.away = true;
        assertThat(mentionsIn("hello @bob")).isNull();
        assertThat(log.appended).hasSize(1);
    }

    private Mentions mentionsIn(String text) {
        sender.send(new SendMessage(new Seat(ROOM, AUTHOR), UUID.randomUUID(), text, null, null, null));
        return log.appended.getLast().mentions();
    }

    private static final class RecordingLog implements RoomLog {
        final List<NewMessage> appended = new ArrayList<>();

        @Override
        public CompletionStage<Appended> append(NewMessage message) {
            appended.add(message);
            return new CompletableFuture<>();
        }

        @Override
        public Message record(RoomId roomId, UserId actor, SystemNotice notice, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hold(RoomId roomId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Message lock(RoomId roomId, long seq) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Room implements RoomAccess, RoomMembers {
        boolean admin;
        boolean member = true;
        boolean away;
        int asked;

        @Override
        public Map<UserId, String> named(Seat asking, Collection<String> usernames) {
            asked++;
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return usernames.contains("bob") ? Map.of(BOB, "bob") : Map.of();
        }

        @Override
        public Map<RoomId, Membership> memberships(UserId user, Collection<RoomId> rooms) {
            return member ? Map.of(ROOM, asMember(new Seat(ROOM, user))) : Map.of();
        }

        @Override
        public Membership asMember(Seat seat) {
            return new Membership(seat, Role.MEMBER, 0, 0, 0, 1, 0, false);
        }

        @Override
        public boolean isModerator(Membership membership) {
            return admin;
        }

        @Override
        public Membership asModerator(Seat seat) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Membership asCurator(Seat seat) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Membership asOwner(Seat seat) {
            throw new UnsupportedOperationException();
        }
    }

    private record ShippedLimits() implements MessageConfig {
        @Override
        public int maxTextCodePoints() {
            return 8_000;
        }

        @Override
        public int batchMaxEntries() {
            return 256;
        }

        @Override
        public int queueMaxEntries() {
            return 1_000;
        }

        @Override
        public int syncMaxEntries() {
            return 500;
        }

        @Override
        public long recentMaxBytes() {
            return 1 << 20;
        }
    }
}
