package chat.parley.friendship.service.departure;

import chat.parley.friendship.model.FriendState;
import chat.parley.friendship.model.FriendView;
import chat.parley.friendship.service.FriendListService;
import chat.parley.identity.PersonalData;
import chat.parley.identity.UserId;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A person's friends and requests, for them to take along. */
@ApplicationScoped
class FriendshipDataService implements PersonalData {
    private static final int AT_ONCE = 100;

    private final FriendListService friends;

    FriendshipDataService(FriendListService friends) {
        this.friends = friends;
    }

    private record Friend(
            UserId userId,
            String username,
            FriendState state,
            @Nullable String note,
            @Nullable Instant since) {}

    @Override
    public String section() {
        return "friends";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        UserId after = null;
        do {
            Page<FriendView> page = friends.list(user, null, after, AT_ONCE);
            page.items()
                    .forEach(view -> record.accept(new Friend(
                            view.user().id(), view.user().username(), view.state(), view.note(), view.createdAt())));
            after = page.next() == null ? null : UserId.parse(page.next());
        } while (after != null);
    }
}
