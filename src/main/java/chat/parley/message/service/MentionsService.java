package chat.parley.message.service;

import chat.parley.message.model.MentionText;
import chat.parley.message.model.Mentions;
import chat.parley.room.Membership;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomMembers;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whom a text calls. Texts without an @ cost nothing. */
@ApplicationScoped
public class MentionsService {
    private final RoomAccess rooms;
    private final RoomMembers members;

    MentionsService(RoomAccess rooms, RoomMembers members) {
        this.rooms = rooms;
        this.members = members;
    }

    /** The members whom this author calls; everybody only if the author is an admin. Null if it is nobody. */
    public @Nullable Mentions of(Seat author, String text) {
        MentionText calls = MentionText.of(text);
        Set<String> names = calls.names();
        if (names.isEmpty()) {
            return null;
        }
        boolean everybody = calls.callsEverybody() && isModerator(author);
        return Mentions.of(calls.called(members.named(author, names)), everybody);
    }

    private boolean isModerator(Seat seat) {
        Map<?, Membership> own = rooms.memberships(seat.userId(), List.of(seat.roomId()));
        return own.values().stream().anyMatch(rooms::isModerator);
    }
}
