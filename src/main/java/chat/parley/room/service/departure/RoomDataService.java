package chat.parley.room.service.departure;

import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.port.RoomQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rooms a person is in, for them to take along. */
@ApplicationScoped
class RoomDataService implements PersonalData {
    private final RoomQueries rooms;

    RoomDataService(RoomQueries rooms) {
        this.rooms = rooms;
    }

    private record Membership(
            RoomId roomId,
            String name,
            @Nullable UserId other,
            @Nullable Role role,
            @Nullable NotifyLevel notifyLevel,
            long readSeq) {}

    @Override
    public String section() {
        return "rooms";
    }

    @Override
    @Transactional
    public void each(UserId user, Consumer<Object> record) {
        rooms.mine(user).forEach(summary -> {
            var key = summary.room().directKey();
            record.accept(new Membership(
                    summary.room().id(),
                    summary.room().name(),
                    key == null ? null : key.otherThan(user),
                    summary.role(),
                    summary.notifyLevel(),
                    summary.readSeq()));
        });
    }
}
