package chat.parley.room.service;

import chat.parley.friendship.Blocks;
import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.room.Seat;
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
    private final Blocks blocks;

    Candidates(Users users, BanRepository bans, Blocks blocks) {
        this.users = users;
        this.bans = bans;
        this.blocks = blocks;
    }

    /** Refuses unless all of them have living accounts, and none of them is kept apart from the caller by a block. */
    void require(UserId caller, List<UserId> wanted, String pointer) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<UserId> active = users.active(wanted);
        refuse(wanted, user -> !active.contains(user), pointer, "is not a user");
        Set<UserId> apart = blocks.between(caller, wanted);
        refuse(wanted, apart::contains, pointer, "cannot be added by you");
    }

    /** As well, none of them may be banned from the room, which is locked. */
    void require(Seat caller, List<UserId> wanted, String pointer) {
        require(caller.userId(), wanted, pointer);
        Set<UserId> banned = bans.among(caller.roomId(), wanted);
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
