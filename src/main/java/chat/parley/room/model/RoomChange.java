package chat.parley.room.model;

import chat.parley.room.JoinPolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New values for parts of a room: null leaves a part as it is, an empty topic or image takes it away. */
public record RoomChange(
        @Nullable String name,
        @Nullable String topic,
        @Nullable String image,
        @Nullable JoinPolicy joinPolicy) {

    /** Only what would really change this room. */
    public RoomChange against(Room room) {
        return new RoomChange(
                unless(name, room.name()),
                unless(topic, Objects.requireNonNullElse(room.topic(), "")),
                unless(image, Objects.requireNonNullElse(room.image(), "")),
                unless(joinPolicy, room.joinPolicy()));
    }

    public boolean isEmpty() {
        return name == null && topic == null && image == null && joinPolicy == null;
    }

    public Room applyTo(Room room) {
        return new Room(
                room.id(),
                name == null ? room.name() : name,
                topic == null ? room.topic() : orNull(topic),
                image == null ? room.image() : orNull(image),
                joinPolicy == null ? room.joinPolicy() : joinPolicy,
                room.directKey(),
                room.readOnly(),
                room.createdBy(),
                room.createdAt());
    }

    private static <T> @Nullable T unless(@Nullable T wanted, T present) {
        return wanted == null || wanted.equals(present) ? null : wanted;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
