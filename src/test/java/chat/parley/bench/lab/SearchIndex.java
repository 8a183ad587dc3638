package chat.parley.bench.lab;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** The server's search, which takes messages in behind those who write them. */
public final class SearchIndex {
    private SearchIndex() {}

    /** Returns when all that is stored can be found, and how many seconds that took. */
    public static double awaitAll(Connection db) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (behind(db) > 0) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long behind(Connection db) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery("SELECT SUM(r.last_rev - COALESCE(p.rev, 0)) FROM rooms r"
                        + " LEFT JOIN message_search_rooms p ON p.room_id = r.id")) {
            row.next();
            return row.getLong(1);
        }
    }
}
