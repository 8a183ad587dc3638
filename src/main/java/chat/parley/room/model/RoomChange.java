package chat.parley.room.model;

import chat.parley.room.JoinPolicy;
import chat.parley.room.WritePolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New values for parts of a room: null leaves a part as it is, an empty topic or image, and no days, take it away. */
public record RoomChange(
        @Nullable String name,
        @Nullable String topic,
        @Nullable String image,
        @Nullable JoinPolicy joinPolicy,
        @Nullable WritePolicy writePolicy,
        @Nullable Integer retentionDays) {

    /** Only what would really change this room. */
    public RoomChange against(Room room) {
        return new RoomChange(
                unless(name, room.name()),
                unless(topic, Objects.requireNonNullElse(room.topic(), "")),
                unless(image, Objects.requireNonNullElse(room.image(), "")),
                unless(joinPolicy, room.joinPolicy()),
                unless(writePolicy, room.writePolicy()),
                unless(retentionDays, Objects.requireNonNullElse(room.retentionDays(), 0)));
    }

    public boolean isEmpty() {
        return equals(new RoomChange(null, null, null, null, null, null));
    }

    public Room applyTo(Room room) {
        return new Room(
                room.id(),
                name == null ? room.name() : name,
                topic == null ? room.topic() : orNull(topic),
                image == null ? room.image() : orNull(image),
                joinPolicy == null ? room.joinPolicy() : joinPolicy,
                writePolicy == null ? room.writePolicy() : writePolicy,
                retentionDays == null ? room.retentionDays() : daysOrNull(retentionDays),
                room.directKey(),
                room.readOnly(),
                room.createdBy(),
                room.createdAt());
    }

    private static <T> @Nullable T unless(@Nullable T wanted, T present) {
        return wanted == null || wanted.equals(present) ? null : wanted;
    }

    private static @Nullable Integer daysOrNull(int days) {
        return days == 0 ? null : days;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
