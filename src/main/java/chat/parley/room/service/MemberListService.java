package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.room.MemberView;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import chat.parley.room.model.Member;
import chat.parley.room.model.MemberPosition;
import chat.parley.room.port.MemberQueries;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the people in a room: one question for the members and one for their profiles. */
@ApplicationScoped
public class MemberListService {
    private final RoomAccessService access;
    private final MemberQueries members;
    private final Users users;

    MemberListService(RoomAccessService access, MemberQueries members, Users users) {
        this.access = access;
        this.members = members;
        this.users = users;
    }

    /** A page for somebody who is in the room, by role, then by name. */
    @Transactional
    public Page<MemberView> page(Seat reader, @Nullable String name, @Nullable MemberPosition after, int limit) {
        access.asMember(reader);
        List<MemberView> rows = complete(members.page(reader.roomId(), name, after, limit + 1));
        return Page.cut(rows, limit, MemberListService::position);
    }

    /** One of the room's members. */
    @Transactional
    public MemberView one(Seat seat) {
        return among(seat.roomId(), List.of(seat.userId())).stream()
                .findFirst()
                .orElseThrow(() -> ParleyException.of(RoomError.MEMBER_NOT_FOUND));
    }

    /** Those of the users that are in the room. */
    @Transactional
    public List<MemberView> among(RoomId roomId, Collection<UserId> wanted) {
        return complete(members.among(roomId, wanted));
    }

    List<MemberView> first(RoomId roomId, int limit) {
        return complete(members.page(roomId, null, null, limit));
    }

    private List<MemberView> complete(List<Member> rows) {
        Map<UserId, UserProfile> profiles =
                users.profiles(rows.stream().map(Member::userId).toList());
        return rows.stream()
                .map(row -> new MemberView(
                        Objects.requireNonNull(profiles.get(row.userId())), row.role(), row.readSeq(), row.joinedAt()))
                .toList();
    }

    private static String position(MemberView member) {
        return new MemberPosition(
                        member.role(),
                        member.user().displayName(),
                        member.user().id())
                .toString();
    }
}
