package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks the people that somebody wants in a room. */
@ApplicationScoped
class Candidates {
    private final Users users;

    Candidates(Users users) {
        this.users = users;
    }

    /** Refuses unless all of them have living accounts, naming those that have none by their place in the list. */
    void require(List<UserId> wanted, String pointer) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<UserId> active = users.active(wanted);
        List<FieldError> unknown = IntStream.range(0, wanted.size())
                .filter(i -> !active.contains(wanted.get(i)))
                .mapToObj(i -> new FieldError(pointer + "/" + i, "is not a user"))
                .toList();
        if (!unknown.isEmpty()) {
            throw ParleyException.of(RequestError.INVALID, unknown);
        }
    }
}
