package chat.parley.permission;

import static io.restassured.RestAssured.given;

import chat.parley.media.MediaId;
import chat.parley.room.RoomId;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one call needs: a caller in a role, somebody else, and a room with a message of each. The caller begins with all
 * rights that the role ever had; {@link #takeAway} makes them what the role says.
 */
final class Scene {
    private static final String UNKNOWN = "1";

    private final Role role;
    private final Town town;
    private final TestUser caller = TestUsers.register();
    private final TestUser target = TestUsers.register();
    private final RoomId room;
    private final long seq;
    private final long ownSeq;
    private final String invitation;
    private String media = UNKNOWN;
    private String noted = UNKNOWN;
    private boolean elsewhere;

    Scene(Role role, Town town) {
        this.role = role;
        this.town = town;
        if (role == Role.OPERATOR) {
            town.promote(caller.id());
        }
        room = role.isDirect() ? TestRooms.direct(caller, target) : group();
        if (role == Role.ADMIN) {
            Town.ok(TestRooms.changeRole(town.owner(), room, caller, "admin"));
        }
        boolean inside = role.beginsInside() || role == Role.CREATOR || role.isDirect();
        seq = say(target);
        ownSeq = inside ? say(caller) : seq;
        invitation = role.isDirect() ? UNKNOWN : TestRooms.invitation(creator(), room, 9);
    }

    /** Before anything is taken away. */
    void postMedia() {
        MediaId id = TestMedia.uploaded(target, "a.txt", text());
        Town.ok(TestMedia.post(target, room, id));
        media = id.toString();
    }

    private RoomId group() {
        TestUser[] members = role.beginsInside() ? new TestUser[] {target, caller} : new TestUser[] {target};
        return role.isOpen() ? TestRooms.open(creator(), members) : TestRooms.closed(creator(), members);
    }

    private long say(TestUser author) {
        return Town.ok(author.call().body(message()).post("/api/room/message"))
                .jsonPath()
                .getLong("seq");
    }

    private static byte[] text() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Ends what the role does not have. */
    void takeAway() {
        switch (role) {
            case FORMER -> town.remove(room, caller);
            case BANNED -> town.ban(room, caller);
            case BLOCKED, PARTED -> town.block(target, caller);
            case DISABLED -> town.disable(caller);
            default -> {
                // They have what they began with.
            }
        }
    }

    /** Makes the next call with ids that nothing has, of the room and of all that is in it. */
    Response elsewhere(Function<Scene, Response> call) {
        elsewhere = true;
        try {
            return call.apply(this);
        } finally {
            elsewhere = false;
        }
    }

    TestUser caller() {
        return caller;
    }

    TestUser target() {
        return target;
    }

    Town town() {
        return town;
    }

    /** Who may do anything in the room; in a direct one, where nobody may, the other person. */
    TestUser creator() {
        return switch (role) {
            case CREATOR -> caller;
            case FRIEND, PARTED -> target;
            default -> town.owner();
        };
    }

    String room() {
        return elsewhere ? UNKNOWN : room.toString();
    }

    /** Of the other's message. */
    long seq() {
        return seq;
    }

    /** Of the caller's message, if they ever could write one. */
    long ownSeq() {
        return ownSeq;
    }

    String invitation() {
        return elsewhere ? "r5uWfGbJZ1VqTz0kHc8xY3nE" : invitation;
    }

    /** Posted in the room. */
    String media() {
        return elsewhere ? UNKNOWN : media;
    }

    /** Keeps what the call itself needs. */
    void note(String value) {
        noted = value;
    }

    String noted() {
        return noted;
    }

    Map<String, Object> message() {
        return body("roomId", room(), "clientId", UUID.randomUUID().toString(), "text", "Hello");
    }

    String refreshToken() {
        return role == Role.ANONYMOUS ? "" : caller.refreshToken();
    }

    Response upload() {
        RequestSpecification call = given().multiPart("file", "a.txt", text(), "text/plain");
        return (role == Role.ANONYMOUS ? call : call.auth().oauth2(token())).post("/api/upload");
    }

    Role role() {
        return role;
    }

    String token() {
        return caller.accessToken();
    }

    RequestSpecification call() {
        return role == Role.ANONYMOUS ? given().contentType(ContentType.JSON) : caller.call();
    }

    Response get(String path) {
        return call().get(path);
    }

    Response delete(String path) {
        return call().delete(path);
    }

    Response post(String path, Object... body) {
        return call().body(body(body)).post(path);
    }

    Response put(String path, Object... body) {
        return call().body(body(body)).put(path);
    }

    Response patch(String path, Object... body) {
        return call().body(body(body)).patch(path);
    }

    /** Names and values in turn. */
    static Map<String, Object> body(Object... pairs) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }
}
