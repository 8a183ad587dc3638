package chat.parley.message.handler.event;

import chat.parley.identity.UserId;
import chat.parley.message.handler.ReadPush;
import chat.parley.message.model.LogTrimmed;
import chat.parley.message.model.MemberTyping;
import chat.parley.message.model.Message;
import chat.parley.message.model.MessagesCommitted;
import chat.parley.message.model.ReadPositionMoved;
import chat.parley.message.service.DoubtfulReadsService;
import chat.parley.realtime.FanOut;
import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells the room's connections what was committed. Outside a transaction, as with a batch, that is at once. */
@ApplicationScoped
class MessagePushListener {
    private final FanOut fanOut;
    private final DoubtfulReadsService reads;

    MessagePushListener(FanOut fanOut, DoubtfulReadsService reads) {
        this.fanOut = fanOut;
        this.reads = reads;
    }

    private record TrimmedPush(RoomId roomId, long firstSeq) {}

    private record TypingPush(RoomId roomId, UserId userId) {}

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesCommitted event) {
        event.messages().forEach(this::push);
    }

    private void push(Message message) {
        fanOut.publish(MessagePush.of(message));
    }

    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadPositionMoved event) {
        Seat seat = event.seat();
        fanOut.publish(topic(seat.roomId()), ReadPush.of(seat, event.seq()));
    }

    void mayHaveRead(@Observes(during = TransactionPhase.AFTER_FAILURE) ReadPositionMoved event) {
        reads.doubt();
    }

    void trimmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LogTrimmed event) {
        var push = new TrimmedPush(event.roomId(), event.firstSeq());
        fanOut.publish(topic(event.roomId()), Push.durable("room.trimmed", push));
    }

    void typing(@Observes MemberTyping event) {
        Seat seat = event.seat();
        fanOut.publish(
                topic(seat.roomId()), Push.ephemeral("room.typing", new TypingPush(seat.roomId(), seat.userId())));
    }

    private static Topic topic(RoomId roomId) {
        return Topic.of("room", roomId);
    }
}
