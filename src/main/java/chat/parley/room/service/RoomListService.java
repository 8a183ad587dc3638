package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.model.RoomPosition;
import chat.parley.room.model.RoomSummary;
import chat.parley.room.port.RoomQueries;
import chat.parley.room.service.RoomViewAssembler.Placed;
import chat.parley.shared.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists rooms: a user's own, and the open ones. */
@ApplicationScoped
public class RoomListService {
    private final RoomQueries rooms;
    private final RoomViewAssembler assembler;

    RoomListService(RoomQueries rooms, RoomViewAssembler assembler) {
        this.rooms = rooms;
        this.assembler = assembler;
    }

    /** All of the user's rooms, the one with the latest activity first. Each question sees the latest commits. */
    public List<RoomView> mine(UserId user) {
        return placed(user).map(Placed::view).toList();
    }

    @Transactional
    public Page<RoomView> mine(UserId user, @Nullable RoomPosition after, int limit) {
        List<Placed> rows = placed(user)
                .filter(room -> after == null || room.position().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.cut(rows, limit, room -> room.position().toString()).map(Placed::view);
    }

    /** The ids of the user's rooms. */
    public Set<RoomId> ids(UserId user) {
        return rooms.ids(user);
    }

    /** Open groups, the newest first. */
    @Transactional
    public Page<RoomView> discover(UserId reader, @Nullable String name, @Nullable RoomId before, int limit) {
        List<RoomSummary> rows = rooms.open(reader, name, before, limit + 1);
        Page<RoomSummary> page =
                Page.cut(rows, limit, summary -> summary.room().id().toString());
        List<RoomView> views = assembler.assemble(reader, page.items()).stream()
                .map(Placed::view)
                .toList();
        return new Page<>(views, page.next());
    }

    private Stream<Placed> placed(UserId user) {
        return assembler.assemble(user, rooms.mine(user)).stream().sorted(Comparator.comparing(Placed::position));
    }
}
