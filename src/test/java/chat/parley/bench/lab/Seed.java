package chat.parley.bench.lab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Users, signed-in sessions, rooms and members, put into Parley's own tables. Registering ten thousand people would
 * measure Argon2 and nothing else.
 */
public final class Seed {
    private static final long USERS = 700_000_000_000_000_000L;
    private static final long SESSIONS = 710_000_000_000_000_000L;
    private static final long ROOMS = 720_000_000_000_000_000L;
    private static final int BATCH = 1000;

    private Seed() {}

    public static long user(int index) {
        return USERS + index;
    }

    public static long session(int index) {
        return SESSIONS + index;
    }

    public static long room(int index) {
        return ROOMS + index;
    }

    /** So many accounts, each of them signed in once. */
    public static void users(Connection db, int count) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        batch(
                db,
                "INSERT INTO users (id, username, email, password_hash, display_name, permission, created_at, updated_at)"
                        + " VALUES (?, ?, ?, '-', ?, 'user', ?, ?)",
                count,
                (row, i) -> {
                    row.setLong(1, user(i));
                    row.setString(2, "bench" + i);
                    row.setString(3, "bench" + i + "@example.com");
                    row.setString(4, "Bench " + i);
                    row.setTimestamp(5, now);
                    row.setTimestamp(6, now);
                });
        Timestamp later = Timestamp.from(Instant.now().plus(10, ChronoUnit.DAYS));
        batch(
                db,
                "INSERT INTO user_sessions (id, user_id, generation, ip, created_at, last_used_at, expires_at)"
                        + " VALUES (?, ?, 1, '127.0.0.1', ?, ?, ?)",
                count,
                (row, i) -> {
                    row.setLong(1, session(i));
                    row.setLong(2, user(i));
                    row.setTimestamp(3, now);
                    row.setTimestamp(4, now);
                    row.setTimestamp(5, later);
                });
    }

    /** So many rooms with so many members each; members of room r are given by {@link Membership}. */
    public static void rooms(Connection db, int count, int members, Membership membership) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        batch(
                db,
                "INSERT INTO rooms (id, name, channel_type, join_policy, member_count, created_by, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLIC', 'invite', ?, ?, ?, ?)",
                count,
                (row, i) -> {
                    row.setLong(1, room(i));
                    row.setString(2, "Bench " + i);
                    row.setInt(3, members);
                    row.setLong(4, user(membership.user(i, 0)));
                    row.setTimestamp(5, now);
                    row.setTimestamp(6, now);
                });
        batch(
                db,
                "INSERT INTO room_members (room_id, user_id, role, joined_at) VALUES (?, ?, 'member', ?)",
                count * members,
                (row, i) -> {
                    row.setLong(1, room(i / members));
                    row.setLong(2, user(membership.user(i / members, i % members)));
                    row.setTimestamp(3, now);
                });
    }

    /** Which user is the n-th member of a room. */
    public interface Membership {
        int user(int room, int member);
    }

    private interface Binder {
        void bind(PreparedStatement row, int index) throws SQLException;
    }

    private static void batch(Connection db, String sql, int count, Binder binder) throws SQLException {
        db.setAutoCommit(false);
        try (PreparedStatement row = db.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                binder.bind(row, i);
                row.addBatch();
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    row.executeBatch();
                }
            }
        }
        db.commit();
        db.setAutoCommit(true);
    }
}
