package chat.parley.message.handler.event;

import chat.parley.message.handler.MessageResponse;
import chat.parley.message.model.Message;
import chat.parley.realtime.FanOut.RevisedPush;
import chat.parley.realtime.Push;
import chat.parley.realtime.Topic;

/** The {@code room.message} push: the message as it stands, its author's own with the author's key. */
final class MessagePush {
    private MessagePush() {}

    static RevisedPush of(Message message) {
        Push everybody = push(MessageResponse.from(message));
        Push own = message.clientId() == null ? null : push(MessageResponse.from(message, message.userId()));
        Topic topic = Topic.of("room", message.roomId());
        return new RevisedPush(topic, message.rev(), everybody, message.userId(), own);
    }

    private static Push push(MessageResponse message) {
        return Push.durable("room.message", message);
    }
}
