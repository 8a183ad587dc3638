package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.room.RoomActivity;
import chat.parley.room.RoomActivity.Activity;
import chat.parley.room.RoomActivity.Position;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import chat.parley.room.model.RoomPosition;
import chat.parley.room.model.RoomSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Completes rooms with what other features know of them: one question to each, however many rooms. */
@ApplicationScoped
class RoomViewAssembler {
    private static final Activity NOTHING = new Activity(0, 0, null, null);

    private final Users users;
    private final RoomActivity activity;

    RoomViewAssembler(Users users, RoomActivity activity) {
        this.users = users;
        this.activity = activity;
    }

    /** A room and its place in a list by activity. */
    record Placed(RoomView view, RoomPosition position) {}

    List<Placed> assemble(UserId reader, List<RoomSummary> rooms) {
        Map<RoomId, Activity> activities = activities(reader, rooms);
        Map<UserId, UserProfile> others = others(reader, rooms);
        return rooms.stream()
                .map(summary -> {
                    Activity its = activities.getOrDefault(summary.room().id(), NOTHING);
                    DirectKey key = summary.room().directKey();
                    return place(summary, its, key == null ? null : others.get(key.otherThan(reader)));
                })
                .toList();
    }

    RoomView assemble(UserId reader, RoomSummary room) {
        return assemble(reader, List.of(room)).getFirst().view();
    }

    /** What every reader sees alike; asks nobody. */
    static RoomView shared(RoomSummary room) {
        return place(room, NOTHING, null).view().shared();
    }

    private Map<RoomId, Activity> activities(UserId reader, List<RoomSummary> rooms) {
        // What is said in a room is for its members only.
        Map<RoomId, Position> joined = rooms.stream()
                .filter(summary -> summary.role() != null)
                .collect(Collectors.toMap(summary -> summary.room().id(), RoomSummary::position));
        return joined.isEmpty() ? Map.of() : activity.of(reader, joined);
    }

    private Map<UserId, UserProfile> others(UserId reader, List<RoomSummary> rooms) {
        List<UserId> ids = rooms.stream()
                .map(summary -> summary.room().directKey())
                .filter(Objects::nonNull)
                .map(key -> key.otherThan(reader))
                .toList();
        return ids.isEmpty() ? Map.of() : users.profiles(ids);
    }

    private static Placed place(RoomSummary summary, Activity activity, @Nullable UserProfile other) {
        Room room = summary.room();
        RoomView view = new RoomView(
                room.id(),
                room.name(),
                room.topic(),
                room.image(),
                room.channelType(),
                room.joinPolicy(),
                room.writePolicy(),
                room.retentionDays(),
                summary.role(),
                summary.memberCount(),
                summary.firstSeq(),
                summary.lastSeq(),
                summary.lastRev(),
                summary.readSeq(),
                activity.unread(),
                activity.mentions(),
                summary.notifyLevel(),
                room.readOnly(),
                activity.lastMessage(),
                other,
                room.createdAt());
        return new Placed(
                view,
                new RoomPosition(
                        activity.lastMessageAt() == null ? room.createdAt() : activity.lastMessageAt(), room.id()));
    }
}
