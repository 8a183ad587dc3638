package chat.parley.message.handler.event;

import chat.parley.message.service.RoomChangesService;
import chat.parley.realtime.FanOut.RevisedPush;
import chat.parley.realtime.Topic;
import chat.parley.realtime.TopicLog;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The room log, as the pushes that told of it. */
@ApplicationScoped
class MessageTopicLog implements TopicLog {
    private final RoomChangesService changes;

    MessageTopicLog(RoomChangesService changes) {
        this.changes = changes;
    }

    @Override
    public String kind() {
        return "room";
    }

    @Override
    public Map<Topic, Long> latest(Collection<Topic> topics) {
        List<RoomId> rooms =
                topics.stream().map(topic -> new RoomId(topic.id())).toList();
        Map<Topic, Long> latest = new HashMap<>();
        changes.latest(rooms).forEach((room, rev) -> latest.put(Topic.of("room", room), rev));
        return latest;
    }

    @Override
    public List<RevisedPush> since(Topic topic, long revision, int limit) {
        return changes.since(new RoomId(topic.id()), revision, limit).stream()
                .map(MessagePush::of)
                .toList();
    }
}
