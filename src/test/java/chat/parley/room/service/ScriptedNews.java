package chat.parley.room.service;

import chat.parley.identity.Permission;
import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.room.ChannelType;
import chat.parley.room.JoinPolicy;
import chat.parley.room.MemberView;
import chat.parley.room.NotifyLevel;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.Seat;
import chat.parley.room.WritePolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of a room with the members it is given, and notes when it is read. */
public final class ScriptedNews extends RoomNewsService {
    private final Set<UserId> members;
    private final List<String> steps;

    public ScriptedNews(Set<UserId> members, List<String> steps) {
        super(null, null, null);
        this.members = members;
        this.steps = steps;
    }

    @Override
    public boolean isMember(Seat seat) {
        return members.contains(seat.userId());
    }

    @Override
    public Optional<RoomView> forMember(Seat seat) {
        steps.add("read " + seat.userId());
        return isMember(seat) ? Optional.of(view(seat)) : Optional.empty();
    }

    @Override
    public Optional<RoomView> shared(RoomId room) {
        steps.add("read the room");
        return Optional.empty();
    }

    @Override
    public Optional<People> people(RoomId room, Collection<UserId> users) {
        return Optional.of(new People(
                members.size(), views(users.stream().filter(members::contains).toList())));
    }

    /** These users as members. */
    public List<MemberView> views(List<UserId> users) {
        return users.stream().map(ScriptedNews::view).toList();
    }

    private static MemberView view(UserId user) {
        return new MemberView(
                new UserProfile(user, "name", "Name", null, null, null, null, Permission.USER, null, Instant.EPOCH),
                Role.MEMBER,
                0,
                Instant.EPOCH);
    }

    private static RoomView view(Seat seat) {
        return new RoomView(
                seat.roomId(),
                "Room",
                null,
                null,
                ChannelType.PUBLIC,
                JoinPolicy.OPEN,
                WritePolicy.EVERYONE,
                null,
                Role.MEMBER,
                2,
                1,
                1,
                1,
                1L,
                0,
                0,
                NotifyLevel.ALL,
                false,
                null,
                null,
                Instant.EPOCH);
    }
}
