package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.room.RoomId;
import chat.parley.room.port.BanRepository;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Checks the people that somebody wants in a room. Those who may not be are named by their place in the list. */
@ApplicationScoped
class Candidates {
    private final Users users;
    private final BanRepository bans;

    Candidates(Users users, BanRepository bans) {
        this.users = users;
        this.bans = bans;
    }

    /** Refuses unless all of them have living accounts. */
    void require(List<UserId> wanted, String pointer) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<UserId> active = users.active(wanted);
        refuse(wanted, user -> !active.contains(user), pointer, "is not a user");
    }

    /** As well, none of them may be banned from the room, which is locked. */
    void require(RoomId room, List<UserId> wanted, String pointer) {
        require(wanted, pointer);
        Set<UserId> banned = bans.among(room, wanted);
        refuse(wanted, banned::contains, pointer, "is banned from this room");
    }

    private static void refuse(List<UserId> wanted, Predicate<UserId> which, String pointer, String why) {
        List<FieldError> refused = IntStream.range(0, wanted.size())
                .filter(i -> which.test(wanted.get(i)))
                .mapToObj(i -> new FieldError(pointer + "/" + i, why))
                .toList();
        if (!refused.isEmpty()) {
            throw ParleyException.of(RequestError.INVALID, refused);
        }
    }
}
