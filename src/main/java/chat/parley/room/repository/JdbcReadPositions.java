package chat.parley.room.repository;

import chat.parley.identity.UserId;
import chat.parley.room.ReadPosition;
import chat.parley.room.ReadPositions;
import chat.parley.room.RoomId;
import chat.parley.room.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Never touches the room's lock, for which the room's messages wait: its last number only grows, so a copy will do. */
@ApplicationScoped
class JdbcReadPositions implements ReadPositions {
    private static final String LAST = "SELECT last_seq FROM rooms WHERE id = ?";
    private static final String ADVANCE = "UPDATE room_members SET read_seq = ?, read_at = UTC_TIMESTAMP(3)"
            + " WHERE room_id = ? AND user_id = ? AND read_seq < ?";
    private static final String MOVED = "SELECT room_id, user_id, read_seq FROM room_members"
            + " WHERE read_at >= UTC_TIMESTAMP(3) - INTERVAL ? SECOND";

    private final Sql sql;

    JdbcReadPositions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public OptionalLong advance(Seat seat, long seq) {
        long roomId = seat.roomId().value();
        long last = sql.query(LAST, List.of(roomId), row -> row.getLong("last_seq")).stream()
                .findFirst()
                .orElse(0L);
        long target = Math.min(seq, last);
        int moved = sql.update(ADVANCE, List.of(target, roomId, seat.userId().value(), target));
        return moved == 1 ? OptionalLong.of(target) : OptionalLong.empty();
    }

    @Override
    public List<ReadPosition> movedWithin(Duration time) {
        return sql.query(MOVED, List.of(time.toSeconds()), JdbcReadPositions::position);
    }

    private static ReadPosition position(ResultSet row) throws SQLException {
        Seat seat = new Seat(new RoomId(row.getLong("room_id")), new UserId(row.getLong("user_id")));
        return new ReadPosition(seat, row.getLong("read_seq"));
    }
}
