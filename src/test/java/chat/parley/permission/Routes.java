package chat.parley.permission;

import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How each route of the WebSocket is called in a scene. The connection is older than what the caller lost: whoever was
 * removed, banned or disabled was connected and listening at that moment.
 */
final class Routes {
    private Routes() {}

    /**
     * One row of the matrix.
     *
     * @param about whom or what it concerns, where that matters
     * @param spoils whether the scene is another one afterwards
     * @param call calls it on the caller's connection
     */
    record Route(String route, String about, boolean spoils, BiFunction<Scene, Line, Outcome> call) {
        Route spoiling() {
            return new Route(route, about, true, call);
        }

        String title() {
            return about.isEmpty() ? "`" + route + "`" : "`" + route + "` " + about;
        }
    }

    /** The caller's connection, and the server for a second one. */
    record Line(URI server, TestSocket socket) {}

    private static Route route(String route, String about, Function<Scene, Map<String, ?>> body) {
        return new Route(route, about, false, (s, line) -> ask(line.socket(), route, body.apply(s)));
    }

    private static Route route(String route, Function<Scene, Map<String, ?>> body) {
        return route(route, "", body);
    }

    static List<Route> all() {
        return List.of(
                new Route("session.open", "on a new connection", false, Routes::open),
                route("session.refresh", "with one's own token", s -> Map.of("token", s.token()))
                        .spoiling(),
                route(
                                "session.refresh",
                                "with the token of somebody else",
                                s -> Map.of("token", s.target().accessToken()))
                        .spoiling(),
                new Route("heartbeat", "", false, Routes::heartbeat),
                route(
                        "presence.watch",
                        s -> Map.of("userIds", List.of(s.target().id().toString()))),
                route("room.create", s -> Map.of("name", TestRooms.name())),
                route("room.join", "by id", s -> Map.of("roomId", s.room())).spoiling(),
                route("room.join", "with an invitation", s -> Map.of("invitation", s.invitation()))
                        .spoiling(),
                route("room.leave", s -> Map.of("roomId", s.room())).spoiling(),
                route("room.open", s -> Map.of("roomId", s.room())),
                route("room.sync", s -> Map.of("roomId", s.room(), "rev", 0)),
                route("room.history", s -> Map.of("roomId", s.room())),
                route("room.sendMessage", Scene::message),
                route("room.editMessage", "of one's own", s -> edit(s, s.ownSeq())),
                route("room.editMessage", "of somebody else", s -> edit(s, s.seq())),
                route("room.recallMessage", "of one's own", s -> place(s, s.ownSeq()))
                        .spoiling(),
                route("room.recallMessage", "of somebody else", s -> place(s, s.seq()))
                        .spoiling(),
                route("room.react", s -> Scene.body("roomId", s.room(), "seq", s.seq(), "emoji", "👍", "on", true)),
                route("room.pin", s -> Scene.body("roomId", s.room(), "seq", s.seq(), "on", true)),
                route("room.read", s -> place(s, s.seq())),
                new Route("room.typing", "", false, Routes::typing));
    }

    private static Map<String, Object> place(Scene s, long seq) {
        return Scene.body("roomId", s.room(), "seq", seq);
    }

    private static Map<String, Object> edit(Scene s, long seq) {
        return Scene.body("roomId", s.room(), "seq", seq, "text", "Hi");
    }

    private static Outcome ask(TestSocket socket, String route, Object body) {
        try {
            return of(socket.send(route, body).orTimeout(20, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            return Outcome.refused("closed " + socket.closeCode(), "");
        }
    }

    private static Outcome of(JsonNode answer) {
        JsonNode error = answer.get("error");
        return error == null
                ? Outcome.DONE
                : Outcome.refused(
                        error.get("code").asText(), error.get("message").asText());
    }

    private static Outcome open(Scene s, Line line) {
        try (TestSocket fresh = TestSocket.connect(line.server())) {
            return ask(fresh, "session.open", Map.of("token", s.role() == Role.ANONYMOUS ? "" : s.token()));
        }
    }

    /** It has no answer; what follows it on the same connection has one. */
    private static Outcome heartbeat(Scene s, Line line) {
        line.socket().notify("heartbeat", Map.of());
        return ask(line.socket(), "presence.watch", Map.of("userIds", List.of()));
    }

    /**
     * It has no answer either: the other person is shown it, or is not. What the caller sent before is done when a later
     * request is answered, and what the room was told before is there when a later message is.
     */
    private static Outcome typing(Scene s, Line line) {
        try (TestSocket others = TestSocket.open(line.server(), s.target().accessToken())) {
            line.socket().notify("room.typing", Map.of("roomId", s.room()));
            Outcome after = ask(line.socket(), "presence.watch", Map.of("userIds", List.of()));
            if (s.role() == Role.PARTED) {
                others.request("presence.watch", Map.of("userIds", List.of()));
                return others.pushes("room.typing").isEmpty() ? Outcome.refused("ignored", "") : Outcome.DONE;
            }
            others.request("room.react", Scene.body("roomId", s.room(), "seq", s.seq(), "emoji", "✅", "on", true));
            others.awaitPushes("room.message", 1);
            boolean shown = !others.pushes("room.typing", s.room()).isEmpty();
            if (shown) {
                return Outcome.DONE;
            }
            return after.isAllowed() ? Outcome.refused("ignored", "") : after;
        }
    }
}
