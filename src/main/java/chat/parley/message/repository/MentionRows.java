package chat.parley.message.repository;

import chat.parley.identity.UserId;
import chat.parley.message.model.Mentions;
import chat.parley.message.model.Message;
import chat.parley.room.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes who was mentioned where. */
public final class MentionRows {
    /** Stands for everybody in the room: one row, however many they are. */
    static final UserId EVERYBODY = new UserId(0);

    private static final String INSERT = "INSERT INTO message_mentions (user_id, room_id, seq) VALUES ";
    private static final int LARGEST_INSERT = 500;

    private MentionRows() {}

    /** A message that calls somebody. */
    public record Place(RoomId roomId, long seq, Mentions mentions) {}

    /** Those whose rows stand for these mentions. */
    public static List<UserId> users(Mentions mentions) {
        List<UserId> users = new ArrayList<>(mentions.userIds());
        if (mentions.all() != null) {
            users.add(EVERYBODY);
        }
        return users;
    }

    static void insertOf(Connection connection, List<Message> messages) throws SQLException {
        List<Place> places = new ArrayList<>(0);
        for (Message message : messages) {
            if (message.mentions() != null) {
                places.add(new Place(message.roomId(), message.seq(), message.mentions()));
            }
        }
        if (!places.isEmpty()) {
            insert(connection, places);
        }
    }

    private record Row(UserId userId, Place place) {}

    public static void insert(Connection connection, List<Place> places) throws SQLException {
        List<Row> rows = new ArrayList<>();
        places.forEach(place -> users(place.mentions()).forEach(user -> rows.add(new Row(user, place))));
        for (int from = 0; from < rows.size(); from += LARGEST_INSERT) {
            insertRows(connection, rows.subList(from, Math.min(rows.size(), from + LARGEST_INSERT)));
        }
    }

    private static void insertRows(Connection connection, List<Row> rows) throws SQLException {
        String sql = INSERT + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?)"));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int i = 1;
            for (Row row : rows) {
                insert.setLong(i++, row.userId().value());
                insert.setLong(i++, row.place().roomId().value());
                insert.setLong(i++, row.place().seq());
            }
            insert.executeUpdate();
        }
    }
}
