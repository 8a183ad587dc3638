package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.JoinPolicy;
import chat.parley.room.RoomId;
import chat.parley.room.WritePolicy;
import chat.parley.room.model.DirectKey;
import chat.parley.room.model.Room;
import chat.parley.shared.id.WireEnum;
import java.time.Instant;

final class RoomMapper {
    private RoomMapper() {}

    static Room toModel(RoomEntity row) {
        return new Room(
                new RoomId(row.id),
                row.name,
                row.topic,
                row.image == null ? null : row.image.toString(),
                WireEnum.parse(JoinPolicy.class, row.joinPolicy),
                WireEnum.parse(WritePolicy.class, row.writePolicy),
                row.retentionDays,
                row.directKey == null ? null : DirectKey.parse(row.directKey),
                row.readOnly,
                new UserId(row.createdBy),
                row.createdAt);
    }

    static RoomEntity toEntity(Room room) {
        RoomEntity row = new RoomEntity();
        row.id = room.id().value();
        row.channelType = room.channelType().name();
        row.directKey = room.directKey() == null ? null : room.directKey().toString();
        row.createdBy = room.createdBy().value();
        row.createdAt = room.createdAt();
        copy(room, row, room.createdAt());
        return row;
    }

    static void copy(Room room, RoomEntity row, Instant now) {
        row.name = room.name();
        row.topic = room.topic();
        row.image = room.image() == null ? null : Long.valueOf(room.image());
        row.joinPolicy = room.joinPolicy().wireName();
        row.writePolicy = room.writePolicy().wireName();
        row.retentionDays = room.retentionDays();
        row.readOnly = room.readOnly();
        row.updatedAt = now;
    }
}
