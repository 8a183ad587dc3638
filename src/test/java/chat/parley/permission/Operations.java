package chat.parley.permission;

import static io.restassured.RestAssured.given;

import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** How each operation of the REST API is called in a scene. */
final class Operations {
    private static final Consumer<Scene> NOTHING = scene -> {};

    private Operations() {}

    /**
     * One row of the matrix.
     *
     * @param operation its operationId
     * @param about whom or what it concerns, where that matters
     * @param spoils whether the scene is another one afterwards
     * @param prepare what is done before the caller loses what the role does not have
     */
    record Row(
            String operation, String about, boolean spoils, Consumer<Scene> prepare, Function<Scene, Response> call) {
        Row spoiling() {
            return new Row(operation, about, true, prepare, call);
        }

        String title() {
            return about.isEmpty() ? "`" + operation + "`" : "`" + operation + "` " + about;
        }
    }

    private static Row row(String operation, Function<Scene, Response> call) {
        return new Row(operation, "", false, NOTHING, call);
    }

    private static Row row(String operation, String about, Function<Scene, Response> call) {
        return new Row(operation, about, false, NOTHING, call);
    }

    private static Row row(String operation, String about, Consumer<Scene> prepare, Function<Scene, Response> call) {
        return new Row(operation, about, false, prepare, call);
    }

    /** What concerns one's own account. */
    static List<Row> account() {
        return List.of(
                row("register", s -> register()),
                row("login", s -> login(s, TestUsers.PASSWORD)),
                row(
                        "renewToken",
                        s -> given().contentType(ContentType.JSON)
                                .cookie("parley_refresh", s.refreshToken())
                                .post("/api/token")),
                row("logout", s -> s.post("/api/logout")).spoiling(),
                row("getUserInfo", s -> s.get("/api/userInfo")),
                row("changeUserInfo", s -> s.post("/api/userInfo", "bio", "Hello")),
                row("exportMyData", s -> s.get("/api/userInfo/export")),
                row("listSessions", s -> s.get("/api/session")),
                row(
                                "revokeSession",
                                "of one's own",
                                s -> s.note(session(s.caller())),
                                s -> s.delete("/api/session?id=" + s.noted()))
                        .spoiling(),
                row(
                        "revokeSession",
                        "of somebody else",
                        s -> s.note(session(s.target())),
                        s -> s.delete("/api/session?id=" + s.noted())),
                row("deleteAccount", s -> s.post("/api/deleteAccount", "currentPassword", TestUsers.PASSWORD))
                        .spoiling(),
                row(
                                "disableUser",
                                s -> s.post(
                                        "/api/user/disable",
                                        "userId",
                                        s.target().id().toString()))
                        .spoiling(),
                row(
                        "enableUser",
                        s -> s.post(
                                "/api/user/enable", "userId", s.target().id().toString())));
    }

    private static Response register() {
        String name = "user_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return Town.anonymously(
                "/api/register",
                Map.of("username", name, "email", name + "@example.com", "password", TestUsers.PASSWORD));
    }

    private static Response login(Scene s, String password) {
        return Town.anonymously("/api/login", Map.of("login", s.caller().username(), "password", password));
    }

    private static String session(TestUsers.TestUser user) {
        return user.call().get("/api/session").path("items[0].id");
    }

    /** What concerns another person: the target of the scene. */
    static List<Row> people() {
        return List.of(
                row(
                        "findUsers",
                        "by id",
                        s -> s.get("/api/user?id=" + s.target().id())),
                row(
                        "findUsers",
                        "by name",
                        s -> s.get("/api/user?q=" + s.target().username())),
                row(
                        "getLastSeen",
                        s -> s.get("/api/lastSeen?userId=" + s.target().id())),
                row("getUserImage", s -> s.get("/api/userImage?id=" + s.target().id())),
                row("listFriends", s -> s.get("/api/friend")),
                row(
                                "askFriend",
                                s -> s.post(
                                        "/api/friend", "userId", s.target().id().toString()))
                        .spoiling(),
                row(
                                "endFriendship",
                                "or a request",
                                s -> TestRooms.befriend(s.caller(), s.target()),
                                s -> s.delete("/api/friend?userId=" + s.target().id()))
                        .spoiling(),
                row("listBlocks", s -> s.get("/api/block")),
                row(
                                "blockUser",
                                s -> s.post(
                                        "/api/block", "userId", s.target().id().toString()))
                        .spoiling(),
                row(
                                "liftBlock",
                                "of one's own",
                                s -> s.town().block(s.caller(), s.target()),
                                s -> s.delete("/api/block?userId=" + s.target().id()))
                        .spoiling(),
                row(
                                "liftBlock",
                                "of the other's",
                                s -> s.town().block(s.target(), s.caller()),
                                s -> s.delete("/api/block?userId=" + s.target().id()))
                        .spoiling());
    }

    /** What concerns a room and who is in it. */
    static List<Row> rooms() {
        return List.of(
                row("createRoom", s -> s.post("/api/room", "name", TestRooms.name())),
                row("getRooms", "mine", s -> s.get("/api/room")),
                row("getRooms", "by id", s -> s.get("/api/room?id=" + s.room())),
                row("changeRoom", s -> s.patch("/api/room", "id", s.room(), "topic", "New")),
                row("deleteRoom", s -> s.delete("/api/room?id=" + s.room())).spoiling(),
                row("exportRoom", s -> s.get("/api/room/export?id=" + s.room())),
                row("joinRoom", "by id", s -> s.post("/api/joinRoom", "id", s.room()))
                        .spoiling(),
                row("joinRoom", "with an invitation", s -> s.post("/api/joinRoom", "invitation", s.invitation()))
                        .spoiling(),
                row("leaveRoom", s -> s.post("/api/leaveRoom", "id", s.room())).spoiling(),
                row("changeNotify", s -> s.patch("/api/room/notify", "roomId", s.room(), "notifyLevel", "none")),
                row("listMembers", s -> s.get("/api/room/member?roomId=" + s.room())),
                row(
                        "addMembers",
                        s -> s.post(
                                "/api/room/member",
                                "roomId",
                                s.room(),
                                "userIds",
                                List.of(s.town().newcomer().id().toString()))),
                row(
                                "removeMember",
                                "who is one",
                                s -> s.delete("/api/room/member?roomId=" + s.room() + "&userId="
                                        + s.target().id()))
                        .spoiling(),
                row(
                                "removeMember",
                                "who is the creator",
                                s -> s.delete("/api/room/member?roomId=" + s.room() + "&userId="
                                        + s.creator().id()))
                        .spoiling(),
                row(
                                "changeRole",
                                s -> s.patch(
                                        "/api/room/member",
                                        "roomId",
                                        s.room(),
                                        "userId",
                                        s.target().id().toString(),
                                        "role",
                                        "admin"))
                        .spoiling(),
                row(
                                "handOverRoom",
                                s -> s.post(
                                        "/api/room/owner",
                                        "roomId",
                                        s.room(),
                                        "userId",
                                        s.target().id().toString()))
                        .spoiling(),
                row("listBans", s -> s.get("/api/room/ban?roomId=" + s.room())),
                row(
                                "banMember",
                                "who is one",
                                s -> s.post(
                                        "/api/room/ban",
                                        "roomId",
                                        s.room(),
                                        "userId",
                                        s.target().id().toString()))
                        .spoiling(),
                row(
                                "banMember",
                                "who is the creator",
                                s -> s.post(
                                        "/api/room/ban",
                                        "roomId",
                                        s.room(),
                                        "userId",
                                        s.creator().id().toString()))
                        .spoiling(),
                row(
                        "liftBan",
                        "",
                        Operations::banTheExile,
                        s -> s.delete("/api/room/ban?roomId=" + s.room() + "&userId="
                                + s.town().exile().id())),
                row("createInvitation", s -> s.post("/api/room/invitation", "roomId", s.room(), "uses", 2)),
                row("getInvitations", "of the room", s -> s.get("/api/room/invitation?roomId=" + s.room())),
                row("getInvitations", "by code", s -> s.get("/api/room/invitation?code=" + s.invitation())),
                row("revokeInvitation", s -> s.delete("/api/room/invitation?code=" + s.invitation()))
                        .spoiling());
    }

    private static void banTheExile(Scene s) {
        s.creator()
                .call()
                .body(Map.of("roomId", s.room(), "userId", s.town().exile().id().toString()))
                .post("/api/room/ban");
    }

    /** What concerns messages and files of the room. */
    static List<Row> messages() {
        return List.of(
                row("getMessages", s -> s.get("/api/room/message?roomId=" + s.room())),
                row("searchMessages", "in the room", s -> s.get("/api/search?q=hi&roomId=" + s.room())),
                row("searchMessages", "everywhere", s -> s.get("/api/search?q=hi")),
                row("sendMessage", s -> s.call().body(s.message()).post("/api/room/message")),
                row(
                        "editMessage",
                        "of one's own",
                        s -> s.patch("/api/room/message", "roomId", s.room(), "seq", s.ownSeq(), "text", "Hi")),
                row(
                        "editMessage",
                        "of somebody else",
                        s -> s.patch("/api/room/message", "roomId", s.room(), "seq", s.seq(), "text", "Hi")),
                row(
                                "recallMessage",
                                "of one's own",
                                s -> s.delete("/api/room/message?roomId=" + s.room() + "&seq=" + s.ownSeq()))
                        .spoiling(),
                row(
                                "recallMessage",
                                "of somebody else",
                                s -> s.delete("/api/room/message?roomId=" + s.room() + "&seq=" + s.seq()))
                        .spoiling(),
                row(
                        "getMessageVersions",
                        s -> s.get("/api/room/message/version?roomId=" + s.room() + "&seq=" + s.seq())),
                row("markRead", s -> s.post("/api/room/read", "roomId", s.room(), "seq", s.seq())),
                row("addReaction", s -> s.put("/api/room/reaction", "roomId", s.room(), "seq", s.seq(), "emoji", "👍")),
                row(
                        "removeReaction",
                        s -> s.delete("/api/room/reaction?emoji=👍&roomId=" + s.room() + "&seq=" + s.seq())),
                row("getPinnedMessages", s -> s.get("/api/room/pin?roomId=" + s.room())),
                row("pinMessage", s -> s.put("/api/room/pin", "roomId", s.room(), "seq", s.seq())),
                row(
                        "unpinMessage",
                        "",
                        s -> s.creator()
                                .call()
                                .body(Scene.body("roomId", s.room(), "seq", s.seq()))
                                .put("/api/room/pin"),
                        s -> s.delete("/api/room/pin?roomId=" + s.room() + "&seq=" + s.seq())),
                row("getUploadLimits", s -> s.get("/api/upload")),
                row("upload", s -> s.upload()),
                row("getMedia", "posted in the room", s -> s.get("/api/media?id=" + s.media())),
                row(
                        "getMedia",
                        "posted nowhere",
                        s -> s.note(
                                TestMedia.uploaded(s.target(), "b.txt", "never posted".getBytes(StandardCharsets.UTF_8))
                                        .toString()),
                        s -> s.get("/api/media?id=" + s.noted())),
                row("createMediaLink", s -> s.post("/api/mediaLink", "id", s.media())));
    }
}
