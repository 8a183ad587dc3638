package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MigrationIT {
    @Inject
    DataSource dataSource;

    @Test
    void everyTableIsThereOnceTheServerRuns() throws SQLException {
        assertThat(tables())
                .contains(
                        "users",
                        "user_sessions",
                        "user_friends",
                        "rooms",
                        "room_members",
                        "room_invitations",
                        "messages");
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection.createStatement().executeQuery("SHOW TABLES")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
