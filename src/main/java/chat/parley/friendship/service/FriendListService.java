package chat.parley.friendship.service;

import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendView;
import chat.parley.friendship.model.Friendship;
import chat.parley.friendship.port.FriendshipQueries;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows a user's friends and requests. */
@ApplicationScoped
public class FriendListService {
    private final FriendshipQueries friendships;
    private final Users users;

    FriendListService(FriendshipQueries friendships, Users users) {
        this.friendships = friendships;
        this.users = users;
    }

    @Transactional
    public Page<FriendView> list(UserId user, @Nullable FriendState state, @Nullable UserId after, int limit) {
        List<Friendship> rows = friendships.page(user, state, after, limit + 1);
        Map<UserId, UserProfile> profiles =
                users.profiles(rows.stream().map(Friendship::friendId).toList());
        return Page.cut(rows, limit, row -> row.friendId().toString())
                .map(row -> FriendView.of(row, Objects.requireNonNull(profiles.get(row.friendId()))));
    }

    /** How the other stands to the user, now. Reads in a transaction of its own: it is asked after others committed. */
    @Transactional(TxType.REQUIRES_NEW)
    public FriendView current(UserId user, UserId other) {
        UserProfile profile = users.profile(other);
        return friendships
                .find(user, other)
                .map(side -> FriendView.of(side, profile))
                .orElseGet(() -> FriendView.none(profile));
    }
}
