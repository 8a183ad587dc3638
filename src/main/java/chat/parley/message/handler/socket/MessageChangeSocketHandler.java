package chat.parley.message.handler.socket;

import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.Message;
import chat.parley.message.service.change.EditMessageService;
import chat.parley.message.service.change.PinMessageService;
import chat.parley.message.service.change.ReactToMessageService;
import chat.parley.message.service.change.RecallMessageService;
import chat.parley.realtime.SocketHandler;
import chat.parley.realtime.SocketRoutes;
import chat.parley.realtime.SocketSession;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;

/** The routes by which messages change. Each answers with the message as it stands then. */
@ApplicationScoped
class MessageChangeSocketHandler implements SocketHandler {
    private final EditMessageService editor;
    private final RecallMessageService recaller;
    private final ReactToMessageService reactions;
    private final PinMessageService pins;

    MessageChangeSocketHandler(
            EditMessageService editor,
            RecallMessageService recaller,
            ReactToMessageService reactions,
            PinMessageService pins) {
        this.editor = editor;
        this.recaller = recaller;
        this.reactions = reactions;
        this.pins = pins;
    }

    @Override
    public void register(SocketRoutes routes) {
        routes.request("room.editMessage", EditMessagePayload.class, this::edit);
        routes.request("room.recallMessage", MessagePlacePayload.class, this::recall);
        routes.request("room.react", ReactPayload.class, this::react);
        routes.request("room.pin", PinPayload.class, this::pin);
    }

    private Object edit(SocketSession session, EditMessagePayload payload) {
        return answer(editor.edit(payload.toCommand(session)), session);
    }

    private Object recall(SocketSession session, MessagePlacePayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        return answer(recaller.recall(seat, payload.seq()), session);
    }

    private Object react(SocketSession session, ReactPayload payload) {
        return answer(reactions.react(payload.toCommand(session)), session);
    }

    private Object pin(SocketSession session, PinPayload payload) {
        Seat seat = new Seat(payload.roomId(), session.userId());
        return answer(payload.on() ? pins.pin(seat, payload.seq()) : pins.unpin(seat, payload.seq()), session);
    }

    private static MessageResponse answer(Message message, SocketSession session) {
        return MessageResponse.from(message, session.userId());
    }
}
