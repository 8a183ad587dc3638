package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.Role;
import chat.parley.room.RoomId;
import chat.parley.room.model.Member;
import chat.parley.shared.id.WireEnum;

final class MemberMapper {
    private MemberMapper() {}

    static Member toModel(MemberEntity row) {
        return new Member(
                new UserId(row.key.userId()), WireEnum.parse(Role.class, row.role), row.readSeq, row.joinedAt);
    }

    static MemberEntity toEntity(RoomId roomId, Member member, long readSeq) {
        MemberEntity row = new MemberEntity();
        row.key = new MemberKey(roomId.value(), member.userId().value());
        row.role = member.role().wireName();
        row.readSeq = readSeq;
        row.joinedAt = member.joinedAt();
        return row;
    }
}
