package chat.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.permission.Operations.Row;
import chat.parley.permission.Routes.Line;
import chat.parley.permission.Routes.Route;
import chat.parley.testing.FrameContract;
import chat.parley.testing.Sql;
import chat.parley.testing.TestSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every operation and every route, called by everybody: docs/permissions.md says how each of these calls ends. */
@QuarkusTest
class PermissionMatrixIT {
    private static final Path COMMITTED = Path.of("docs/permissions.md");
    private static final String SOCKET = "The WebSocket";
    private static final int AT_ONCE = 4;
    private static final String HEAD = """
            # Who may do what

            Each cell is a call that a test makes against a running server: `yes`, or the code of the refusal (see
            [errors.md](errors.md)). Made by `PermissionMatrixIT` with `-Dparley.permissions.update=true`.

            The room is a group for which one needs an invitation, unless the column names another. *Removed*, *banned*,
            *blocked* and *disabled* callers were members, and were connected, until just before the call; *blocked* is who was
            blocked by the other person. A *server admin* is not in the room. To strangers, a room that is not open looks exactly
            like one that does not exist.

            """;

    @TestHTTPResource("/")
    URI server;

    private final Set<String> unforeseen = new ConcurrentSkipListSet<>();
    private final Sql sql;

    PermissionMatrixIT(Sql sql) {
        this.sql = sql;
    }

    private static Map<String, List<Row>> sections() {
        Map<String, List<Row>> sections = new LinkedHashMap<>();
        sections.put("Accounts", Operations.account());
        sections.put("People", Operations.people());
        sections.put("Rooms", Operations.rooms());
        sections.put("Messages and files", Operations.messages());
        return sections;
    }

    @Test
    void theDocumentSaysWhatTheServerDoes() throws Exception {
        Contract contract = Contract.served();
        Matrix matrix = new Matrix();
        sections().forEach((section, rows) -> rows.forEach(row -> matrix.open(section, row.title())));
        Routes.all().forEach(route -> matrix.open(SOCKET, route.title()));
        Town town = new Town(sql);
        List<Callable<Void>> work = new ArrayList<>();
        for (Role role : Role.values()) {
            work.add(() -> inOneScene(role, town, contract, matrix));
            for (var section : sections().entrySet()) {
                section.getValue().stream()
                        .filter(Row::spoils)
                        .forEach(row -> work.add(() -> {
                            put(matrix, contract, section.getKey(), row, role, alone(row, new Scene(role, town)));
                            return null;
                        }));
            }
            Routes.all().stream()
                    .filter(Route::spoils)
                    .forEach(route -> work.add(() -> {
                        matrix.put(SOCKET, route.title(), role, alone(route, new Scene(role, town)));
                        return null;
                    }));
        }
        all(work);

        String found = HEAD + matrix.markdown();
        if (Boolean.getBoolean("parley.permissions.update")) {
            Files.writeString(COMMITTED, found);
        }
        assertThat(unforeseen)
                .as("answers that the OpenAPI document does not foresee")
                .isEmpty();
        assertThat(found).as("who may do what; see %s", COMMITTED).isEqualTo(Files.readString(COMMITTED));
    }

    /** What leaves the scene as it was is called in the same one. */
    private Void inOneScene(Role role, Town town, Contract contract, Matrix matrix) {
        Scene scene = new Scene(role, town);
        scene.postMedia();
        Map<Row, String> noted = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        sections()
                .values()
                .forEach(all -> all.stream().filter(row -> !row.spoils()).forEach(rows::add));
        for (Row row : rows) {
            row.prepare().accept(scene);
            noted.put(row, scene.noted());
        }
        try (TestSocket socket = connect(scene)) {
            scene.takeAway();
            sections()
                    .forEach((section, all) -> all.stream()
                            .filter(rows::contains)
                            .forEach(row -> {
                                scene.note(noted.get(row));
                                put(
                                        matrix,
                                        contract,
                                        section,
                                        row,
                                        role,
                                        Outcome.of(row.call().apply(scene)));
                            }));
            Routes.all().stream()
                    .filter(route -> !route.spoils())
                    .forEach(route -> matrix.put(SOCKET, route.title(), role, call(route, scene, socket)));
        }
        return null;
    }

    private static Outcome alone(Row row, Scene scene) {
        row.prepare().accept(scene);
        scene.takeAway();
        return Outcome.of(row.call().apply(scene));
    }

    private Outcome alone(Route route, Scene scene) {
        try (TestSocket socket = connect(scene)) {
            scene.takeAway();
            return call(route, scene, socket);
        }
    }

    private Outcome call(Route route, Scene scene, TestSocket socket) {
        if (scene.role() == Role.DISABLED && !route.route().equals("session.open")) {
            return Outcome.refused("closed " + socket.closeCode(), "");
        }
        if (scene.role() != Role.ANONYMOUS) {
            return route.call().apply(scene, new Line(server, socket));
        }
        // Whoever does not open a session is not listened to for long.
        try (TestSocket fresh = connect(scene)) {
            return route.call().apply(scene, new Line(server, fresh));
        }
    }

    private void put(Matrix matrix, Contract contract, String section, Row row, Role role, Outcome outcome) {
        matrix.put(section, row.title(), role, outcome);
        if (!contract.foresees(row.operation(), outcome)) {
            unforeseen.add(row.operation() + " " + outcome.status() + " " + outcome.code());
        }
    }

    @Test
    void noOperationAndNoRouteIsMissing() throws IOException {
        Set<String> called = new TreeSet<>();
        sections().values().forEach(rows -> rows.forEach(row -> called.add(row.operation())));
        assertThat(called).isEqualTo(Contract.served().operations());
        Set<String> routes = new TreeSet<>();
        Routes.all().forEach(route -> routes.add(route.route()));
        assertThat(routes).isEqualTo(FrameContract.shipped().clientRoutes());
    }

    @Test
    void whatIsHiddenLooksLikeWhatDoesNotExist() {
        Town town = new Town(sql);
        Scene shared = new Scene(Role.STRANGER, town);
        shared.postMedia();
        for (List<Row> rows : sections().values()) {
            for (Row row : rows) {
                Scene hidden = row.spoils() ? new Scene(Role.STRANGER, town) : shared;
                row.prepare().accept(hidden);
                Outcome guessed = Outcome.of(row.call().apply(hidden));
                Outcome invented = Outcome.of(hidden.elsewhere(row.call()));
                if (!guessed.isAllowed()) {
                    assertThat(guessed).as(row.title()).isEqualTo(invented);
                }
            }
        }
    }

    private TestSocket connect(Scene scene) {
        return scene.role() == Role.ANONYMOUS ? TestSocket.connect(server) : TestSocket.open(server, scene.token());
    }

    private static void all(List<Callable<Void>> cells) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> cell : workers.invokeAll(cells)) {
                cell.get();
            }
        }
    }
}
