package chat.parley.room.service.ban;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.room.Seat;
import chat.parley.room.model.Ban;
import chat.parley.room.model.BanView;
import chat.parley.room.port.BanRepository;
import chat.parley.room.service.RoomAccessService;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows a group's admins who is banned from it. */
@ApplicationScoped
public class BanListService {
    private final RoomAccessService access;
    private final BanRepository bans;
    private final Users users;

    BanListService(RoomAccessService access, BanRepository bans, Users users) {
        this.access = access;
        this.bans = bans;
        this.users = users;
    }

    @Transactional
    public Page<BanView> list(Seat caller, @Nullable UserId after, int limit) {
        access.asModerator(caller);
        List<Ban> rows = bans.page(caller.roomId(), after, limit + 1);
        Map<UserId, UserProfile> profiles =
                users.profiles(rows.stream().map(Ban::userId).toList());
        return Page.cut(rows, limit, ban -> ban.userId().toString())
                .map(ban -> BanView.of(ban, Objects.requireNonNull(profiles.get(ban.userId()))));
    }
}
