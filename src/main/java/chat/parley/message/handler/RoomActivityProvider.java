package chat.parley.message.handler;

import chat.parley.identity.UserId;
import chat.parley.message.model.Message;
import chat.parley.message.service.RoomActivityService;
import chat.parley.room.RoomActivity;
import chat.parley.room.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Tells the room feature what its lists show of the log, in the log's own wire shape. */
@ApplicationScoped
class RoomActivityProvider implements RoomActivity {
    private final RoomActivityService activity;

    RoomActivityProvider(RoomActivityService activity) {
        this.activity = activity;
    }

    @Override
    public Map<RoomId, Activity> of(UserId reader, Map<RoomId, Position> rooms) {
        Map<RoomId, Integer> unread = activity.unread(reader, rooms);
        // Only what is unread can be a mention that is.
        Map<RoomId, Position> unreadRooms = new HashMap<>(rooms);
        unreadRooms.keySet().retainAll(unread.keySet());
        Map<RoomId, Integer> mentions = activity.mentions(reader, unreadRooms);
        Map<RoomId, Activity> activities = new HashMap<>();
        for (Message last : activity.lastMessages(rooms)) {
            MessageResponse shape = MessageResponse.from(last, reader);
            activities.put(
                    last.roomId(),
                    new Activity(
                            unread.getOrDefault(last.roomId(), 0),
                            mentions.getOrDefault(last.roomId(), 0),
                            shape,
                            last.createdAt()));
        }
        return activities;
    }
}
