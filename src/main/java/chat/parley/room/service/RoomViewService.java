package chat.parley.room.service;

import chat.parley.identity.UserId;
import chat.parley.room.MemberView;
import chat.parley.room.RoomError;
import chat.parley.room.RoomId;
import chat.parley.room.RoomView;
import chat.parley.room.RoomViews;
import chat.parley.room.Seat;
import chat.parley.room.model.RoomSummary;
import chat.parley.room.port.MemberQueries;
import chat.parley.room.port.RoomQueries;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Shows one room. */
@ApplicationScoped
public class RoomViewService implements RoomViews {
    private final RoomQueries rooms;
    private final MemberQueries members;
    private final RoomAccessService access;
    private final RoomViewAssembler assembler;
    private final MemberListService memberList;

    RoomViewService(
            RoomQueries rooms,
            MemberQueries members,
            RoomAccessService access,
            RoomViewAssembler assembler,
            MemberListService memberList) {
        this.rooms = rooms;
        this.members = members;
        this.access = access;
        this.assembler = assembler;
        this.memberList = memberList;
    }

    /** The room, if this user may see it. */
    @Transactional
    public RoomView visit(Seat reader) {
        access.asVisitor(reader);
        return room(reader);
    }

    @Override
    @Transactional
    public RoomView room(Seat reader) {
        RoomSummary summary = rooms.room(reader).orElseThrow(() -> ParleyException.of(RoomError.NOT_FOUND));
        return assembler.assemble(reader.userId(), summary);
    }

    @Override
    @Transactional
    public List<MemberView> members(RoomId roomId, int limit) {
        return memberList.first(roomId, limit);
    }

    @Override
    @Transactional
    public Map<UserId, Long> readSeqs(RoomId roomId, int limit) {
        return members.readSeqs(roomId, limit);
    }
}
