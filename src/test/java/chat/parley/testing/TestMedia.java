package chat.parley.testing;

import static io.restassured.RestAssured.given;

import chat.parley.media.MediaId;
import chat.parley.room.RoomId;
import chat.parley.testing.TestUsers.TestUser;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Uploads, posts and fetches files over HTTP, as a client would. */
public final class TestMedia {
    private TestMedia() {}

    public static Response upload(TestUser owner, String name, byte[] bytes) {
        return given().auth()
                .oauth2(owner.accessToken())
                .multiPart("file", name, bytes, "application/octet-stream")
                .post("/api/upload");
    }

    /** With an {@code Idempotency-Key}. */
    public static Response upload(TestUser owner, String key, String name, byte[] bytes) {
        return given().auth()
                .oauth2(owner.accessToken())
                .header("Idempotency-Key", key)
                .multiPart("file", name, bytes, "application/octet-stream")
                .post("/api/upload");
    }

    /** The id of an upload that must succeed. */
    public static MediaId uploaded(TestUser owner, String name, byte[] bytes) {
        Response answer = upload(owner, name, bytes);
        answer.then().statusCode(201);
        return MediaId.parse(answer.path("id"));
    }

    public static Response get(TestUser reader, MediaId id) {
        return given().auth().oauth2(reader.accessToken()).get("/api/media?id=" + id);
    }

    public static Response thumbnail(TestUser reader, MediaId id) {
        return given().auth().oauth2(reader.accessToken()).get("/api/media?thumbnail=true&id=" + id);
    }

    public static Response post(TestUser author, RoomId room, MediaId id) {
        return author.call()
                .body(Map.of(
                        "roomId",
                        room.toString(),
                        "mediaId",
                        id.toString(),
                        "clientId",
                        UUID.randomUUID().toString()))
                .post("/api/room/message");
    }

    public static Response recall(TestUser author, RoomId room, int seq) {
        return author.call().delete("/api/room/message?roomId=" + room + "&seq=" + seq);
    }

    /** Bytes of a text that no other file has. */
    public static byte[] text(String words) {
        return (words + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    /** Where these bytes lie in the folder of the server if they are stored. */
    public static Path place(Path folder, byte[] bytes) throws NoSuchAlgorithmException {
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
