package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.message.model.ReadPositionMoved;
import chat.parley.message.service.DoubtfulReadsService;
import chat.parley.room.ReadPosition;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.testing.Sql;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A read position that moved in the database although nobody told of it. */
@QuarkusTest
class DoubtfulReadsIT {
    @TestHTTPResource
    URI server;

    @Inject
    DoubtfulReadsService reads;

    @Inject
    Event<ReadPositionMoved> moved;

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    @Test
    void whoseNewsWereLostIsToldAgain() {
        Talk talk = new Talk();
        long seq = talk.say(talk.author, "read by a node that died");
        try (TestSocket members = TestSocket.open(server, talk.member.accessToken())) {
            read(new Seat(talk.room, talk.member.id()), seq);
            reads.doubt();
            JsonNode read = members.awaitPushes("room.read", 1).getFirst();
            assertThat(read.get("roomId").asText()).isEqualTo(talk.id());
            assertThat(read.get("userId").asText()).isEqualTo(talk.member.id().toString());
            assertThat(read.get("seq").asLong()).isEqualTo(seq);
        }
    }

    @Test
    void aCommitThatIsNeverAnsweredLeavesADoubt() {
        Talk talk = new Talk();
        long seq = talk.say(talk.author, "read while the database died");
        try (TestSocket members = TestSocket.open(server, talk.member.accessToken())) {
            Seat member = new Seat(talk.room, talk.member.id());
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> loseTheAnswer(member, seq)))
                    .isNotNull();
            assertThat(members.awaitPushes("room.read", 1).getFirst().get("seq").asLong())
                    .isEqualTo(seq);
        }
    }

    /** What the transaction wrote is there, but its commit fails. */
    private void loseTheAnswer(Seat seat, long seq) {
        moved.fire(new ReadPositionMoved(seat, seq));
        long connection = connectionId();
        QuarkusTransaction.suspendingExisting().run(() -> {
            read(seat, seq);
            sql.update("KILL " + connection);
        });
    }

    private void read(Seat seat, long seq) {
        sql.update(
                "UPDATE room_members SET read_seq = ?, read_at = UTC_TIMESTAMP(3) WHERE room_id = ? AND user_id = ?",
                seq,
                seat.roomId().value(),
                seat.userId().value());
    }

    @Test
    void onlyWhatMovedLatelyIsLookedAt() {
        Talk talk = new Talk();
        Seat member = new Seat(talk.room, talk.member.id());
        RoomId room = talk.room;
        sql.update(
                "UPDATE room_members SET read_at = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR WHERE room_id = ?", room.value());
        assertThat(lately()).doesNotContain(member);
        sql.update("UPDATE room_members SET read_at = UTC_TIMESTAMP(3) WHERE room_id = ?", room.value());
        assertThat(lately()).contains(member);
    }

    private List<Seat> lately() {
        return reads.movedWithin(Duration.ofMinutes(10)).stream()
                .map(ReadPosition::seat)
                .toList();
    }

    private long connectionId() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
