package chat.parley.bench.lab;

import chat.parley.bench.load.Tally;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what was acknowledged with what a second connection to the database sees. While a benchmark runs, it asks
 * four times a second for all that was acknowledged before it asked.
 */
public final class Ledger implements AutoCloseable {

    private final Connection db;
    private final Tally tally;
    private final Thread thread = Thread.ofPlatform().daemon().name("ledger").unstarted(this::watch);
    private final List<String> violations = new ArrayList<>();
    private volatile boolean closed;
    private long checked;

    private Ledger(Connection db, Tally tally) {
        this.db = db;
        this.tally = tally;
    }

    public static Ledger open(Database.Schema schema, Tally tally) {
        Ledger ledger = new Ledger(schema.connect(), tally);
        ledger.thread.start();
        return ledger;
    }

    private void watch() {
        try {
            while (!closed) {
                Pause.millis(250);
                check();
            }
        } catch (SQLException e) {
            violation("the database could not be asked: " + e);
        }
    }

    /** Checks what was acknowledged until now; returns how many messages were found by now. */
    public synchronized long check() throws SQLException {
        Map<Long, long[]> ranges = new HashMap<>();
        List<Tally.Ack> acks = tally.takeAcks();
        for (Tally.Ack ack : acks) {
            long[] range = ranges.computeIfAbsent(ack.roomId(), room -> new long[] {Long.MAX_VALUE, 0});
            range[0] = Math.min(range[0], ack.seq());
            range[1] = Math.max(range[1], ack.seq());
        }
        if (acks.isEmpty()) {
            return checked;
        }
        Map<Place, Long> stored = read(ranges);
        for (Tally.Ack ack : acks) {
            Long key = stored.get(new Place(ack.roomId(), ack.seq()));
            if (key == null || key != ack.clientKey()) {
                violation("acknowledged and not stored: " + ack);
            }
        }
        checked += acks.size();
        return checked;
    }

    private record Place(long room, long seq) {}

    private Map<Place, Long> read(Map<Long, long[]> ranges) throws SQLException {
        String where = String.join(
                " OR ",
                ranges.keySet().stream()
                        .map(room -> "room_id = ? AND seq BETWEEN ? AND ?")
                        .toList());
        Map<Place, Long> stored = new HashMap<>();
        try (PreparedStatement select =
                db.prepareStatement("SELECT room_id, seq, client_id FROM messages WHERE " + where)) {
            int i = 1;
            for (var range : ranges.entrySet()) {
                select.setLong(i++, range.getKey());
                select.setLong(i++, range.getValue()[0]);
                select.setLong(i++, range.getValue()[1]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.put(new Place(row.getLong(1), row.getLong(2)), key(row.getBytes(3)));
                }
            }
        }
        return stored;
    }

    private static long key(byte[] clientId) {
        return ByteBuffer.wrap(clientId).getLong(Long.BYTES) & 0xFFFF_FFFF_FFFFL;
    }

    /** What is wrong with the logs as they are stored: every room's numbers are 1, 2, 3, ... and no key comes twice. */
    public synchronized List<String> verdict(long expected) {
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT COUNT(*), COUNT(DISTINCT user_id, client_id),
                               (SELECT COUNT(*) FROM (SELECT room_id FROM messages GROUP BY room_id
                                HAVING COUNT(*) <> MAX(seq) OR MIN(seq) <> 1 OR MAX(rev) <> COUNT(*)) broken)
                        FROM messages""")) {
            check();
            row.next();
            if (row.getLong(1) != expected || row.getLong(2) != expected || row.getLong(3) != 0) {
                violation("expected %d messages, found %d, %d different, %d rooms with gaps"
                        .formatted(expected, row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        } catch (SQLException e) {
            violation("the database could not be asked: " + e);
        }
        return List.copyOf(violations);
    }

    private synchronized void violation(String what) {
        if (violations.size() < 20) {
            violations.add(what);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
            db.close();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
