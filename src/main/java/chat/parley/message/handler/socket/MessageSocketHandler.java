package chat.parley.message.handler.socket;

import chat.parley.identity.UserId;
import chat.parley.message.handler.HistoryLimits;
import chat.parley.message.handler.MessagePageResponse;
import chat.parley.message.handler.MessageResponse;
import chat.parley.message.service.MarkReadService;
import chat.parley.message.service.MessageHistoryService;
import chat.parley.message.service.SendMessageService;
import chat.parley.message.service.TypingService;
import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.realtime.Subscriptions;
import chat.parley.realtime.Topic;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The log's routes on the socket. */
@ApplicationScoped
class MessageSocketHandler implements SocketHandler {
    private final SendMessageService sender;
    private final MessageHistoryService histories;
    private final MarkReadService readings;
    private final TypingService typings;
    private final Subscriptions subscriptions;

    MessageSocketHandler(
            SendMessageService sender,
            MessageHistoryService histories,
            MarkReadService readings,
            TypingService typings,
            Subscriptions subscriptions) {
        this.sender = sender;
        this.histories = histories;
        this.readings = readings;
        this.typings = typings;
        this.subscriptions = subscriptions;
    }

    private record ReadAnswer(RoomId roomId, UserId userId, long seq) {}

    @Override
    public void register(SocketRoutes routes) {
        routes.asyncRequest("room.sendMessage", SendMessagePayload.class, this::send);
        routes.request("room.history", HistoryPayload.class, this::history);
        routes.requestOrNotify("room.read", MessagePlacePayload.class, this::read);
        routes.notify("room.typing", RoomPayload.class, this::typing);
    }

    private CompletionStage<?> send(SocketSession session, SendMessagePayload payload) {
        return sender.send(payload.toCommand(session)).thenApply(MessageResponse::from);
    }

    private Object history(SocketSession session, HistoryPayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        List<Long> seqs = payload.seqs();
        if (seqs == null) {
            return MessagePageResponse.from(histories.history(seat, payload.toRequest()), session.userId());
        }
        HistoryLimits.requireNoStretch(payload.before(), payload.after(), payload.around());
        return MessagePageResponse.from(histories.at(seat, seqs), session.userId());
    }

    private Object read(SocketSession session, MessagePlacePayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        return new ReadAnswer(payload.roomId(), session.userId(), readings.read(seat, payload.seq()));
    }

    private void typing(SocketSession session, RoomPayload payload) {
        // Only members are subscribed, so this asks for membership without a query on every keystroke.
        if (subscriptions.isSubscribed(session.userId(), Topic.of("room", payload.roomId()))) {
            typings.typing(new Seat(payload.roomId(), session.userId()));
        }
    }
}
