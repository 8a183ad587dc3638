package chat.parley.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import chat.parley.media.port.MediaConfig;
import chat.parley.media.service.CleanUpService;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestSocket;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files, from the upload to the last byte on the disk. */
@QuarkusTest
class MediaIT {
    private final MediaConfig config;
    private final CleanUpService cleaning;
    private final Sql sql;

    @TestHTTPResource
    URI server;

    MediaIT(MediaConfig config, CleanUpService cleaning, Sql sql) {
        this.config = config;
        this.cleaning = cleaning;
        this.sql = sql;
    }

    @Test
    void aFileGoesToMembersOfItsRoomAndToNobodyElse() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        TestUser eve = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        byte[] minutes = TestMedia.text("minutes");
        MediaId id = TestMedia.uploaded(ann, "minutes.txt", minutes);

        assertThat(TestMedia.get(ann, id).asByteArray()).isEqualTo(minutes);
        TestMedia.get(bob, id).then().statusCode(404).body("code", equalTo("media.not_found"));

        TestMedia.post(ann, room, id)
                .then()
                .statusCode(201)
                .body("contentType", equalTo("MEDIA"))
                .body("text", nullValue())
                .body("media.fileName", equalTo("minutes.txt"))
                .body("media.size", equalTo(minutes.length));
        assertThat(TestMedia.get(bob, id).asByteArray()).isEqualTo(minutes);
        TestMedia.get(eve, id).then().statusCode(404);
        given().get("/api/media?id=" + id).then().statusCode(401);
        TestMedia.get(bob, new MediaId(id.value() + 1)).then().statusCode(404);

        bob.call()
                .body(Map.of("id", room.toString()))
                .post("/api/leaveRoom")
                .then()
                .statusCode(204);
        TestMedia.get(bob, id).then().statusCode(404);
    }

    @Test
    void onlyWhatOneSeesCanBePosted() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        RoomId elsewhere = TestRooms.closed(bob);
        MediaId id = TestMedia.uploaded(ann, "a.txt", TestMedia.text("a"));

        TestMedia.post(bob, elsewhere, id).then().statusCode(404).body("code", equalTo("media.not_found"));
        TestMedia.post(ann, room, id).then().statusCode(201);
        TestMedia.post(bob, elsewhere, id).then().statusCode(201);
        TestMedia.post(ann, room, new MediaId(1)).then().statusCode(404).body("code", equalTo("media.not_found"));
    }

    @Test
    void aRecallTakesFileAndThumbnailAlong() throws Exception {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        MediaId id = TestMedia.uploaded(ann, "a.png", TestImages.png(600, 600));
        byte[] content = TestMedia.get(ann, id).asByteArray();
        byte[] thumbnail = TestMedia.thumbnail(ann, id).asByteArray();
        assertThat(TestMedia.place(config.folder(), content)).exists();
        assertThat(TestMedia.place(config.folder(), thumbnail)).exists();
        int once = TestMedia.post(ann, room, id).path("seq");
        int twice = TestMedia.post(ann, room, id).path("seq");

        TestMedia.recall(ann, room, once).then().statusCode(200).body("media", nullValue());
        TestMedia.get(bob, id).then().statusCode(200);
        TestMedia.recall(ann, room, twice).then().statusCode(200);
        TestMedia.get(bob, id).then().statusCode(404);
        TestMedia.get(ann, id).then().statusCode(404);
        assertThat(TestMedia.place(config.folder(), content)).doesNotExist();
        assertThat(TestMedia.place(config.folder(), thumbnail)).doesNotExist();
        ann.call().get("/api/upload").then().body("usedBytes", equalTo(0));
    }

    @Test
    void theSameBytesAreStoredOnceAndStayWhileSomebodyHasThem() throws Exception {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        byte[] bytes = TestMedia.text("the same");
        RoomId room = TestRooms.closed(ann);
        MediaId hers = TestMedia.uploaded(ann, "a.txt", bytes);
        MediaId his = TestMedia.uploaded(bob, "b.txt", bytes);
        assertThat(hers).isNotEqualTo(his);
        TestMedia.get(bob, hers).then().statusCode(404);

        int seq = TestMedia.post(ann, room, hers).path("seq");
        TestMedia.recall(ann, room, seq).then().statusCode(200);
        assertThat(TestMedia.place(config.folder(), bytes)).exists();
        assertThat(TestMedia.get(bob, his).asByteArray()).isEqualTo(bytes);
    }

    @Test
    void stretchesAreServed() {
        TestUser ann = TestUsers.register();
        byte[] bytes = TestMedia.text("0123456789");
        MediaId id = TestMedia.uploaded(ann, "a.txt", bytes);
        String etag = TestMedia.get(ann, id).header("ETag");

        Response part = range(ann, id, "bytes=2-4");
        part.then().statusCode(206).header("Content-Range", "bytes 2-4/" + bytes.length);
        assertThat(part.asString()).isEqualTo("234");
        assertThat(range(ann, id, "bytes=-3").asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 3, bytes.length));
        range(ann, id, "bytes=" + bytes.length + "-")
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length);
        given().auth()
                .oauth2(ann.accessToken())
                .header("If-None-Match", etag)
                .get("/api/media?id=" + id)
                .then()
                .statusCode(304);
        given().auth()
                .oauth2(ann.accessToken())
                .header("Range", "bytes=0-0")
                .header("If-Range", "\"another\"")
                .get("/api/media?id=" + id)
                .then()
                .statusCode(200);
    }

    private static Response range(TestUser reader, MediaId id, String range) {
        return given().auth()
                .oauth2(reader.accessToken())
                .header("Range", range)
                .get("/api/media?id=" + id);
    }

    @Test
    void markupIsHandedOutAsBytesToBeSaved() {
        TestUser ann = TestUsers.register();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        for (byte[] hostile : new byte[][] {svg, html}) {
            MediaId id = TestMedia.uploaded(ann, "nice.png", hostile);
            TestMedia.get(ann, id)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("application/octet-stream"))
                    .header("Content-Disposition", startsWith("attachment"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("sandbox"));
        }
    }

    @Test
    void aZipIsJustAFile() {
        TestUser ann = TestUsers.register();
        byte[] zip = TestImages.join(new byte[] {'P', 'K', 3, 4}, new byte[5_000]);
        TestMedia.upload(ann, "bomb.zip", zip)
                .then()
                .statusCode(201)
                .body("mime", equalTo("application/zip"))
                .body("thumbnailUrl", nullValue());
    }

    @Test
    void whatIsNoUploadIsRefused() {
        TestUser ann = TestUsers.register();
        given().multiPart("file", "a", new byte[5]).post("/api/upload").then().statusCode(401);
        TestMedia.upload(ann, "a", new byte[0]).then().statusCode(422).body("code", equalTo("media.empty"));
        given().auth()
                .oauth2(ann.accessToken())
                .multiPart("other", "a", new byte[5])
                .post("/api/upload")
                .then()
                .statusCode(422)
                .body("code", equalTo("media.no_file"));
    }

    @Test
    void theQuotaHolds() {
        TestUser ann = TestUsers.register();
        ann.call()
                .get("/api/upload")
                .then()
                .statusCode(200)
                .body("usedBytes", equalTo(0))
                .body("maxBytes", notNullValue());
        TestMedia.uploaded(ann, "a.txt", TestMedia.text("a"));
        sql.update(
                "UPDATE media_usage SET bytes = ? WHERE user_id = ?",
                config.quotaBytesPerUser() - 10,
                ann.id().value());
        TestMedia.upload(ann, "b.txt", TestMedia.text("b"))
                .then()
                .statusCode(403)
                .body("code", equalTo("media.quota_exceeded"));
    }

    @Test
    void aLinkWorksForItsFileAndItsReaderAndAsLongAsTheyMaySeeIt() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        MediaId id = TestMedia.uploaded(ann, "a.txt", TestMedia.text("a"));
        MediaId other = TestMedia.uploaded(ann, "b.txt", TestMedia.text("b"));
        link(bob, id).then().statusCode(404);
        TestMedia.post(ann, room, id);
        String url = link(bob, id).path("url");
        assertThat(url).doesNotContain(bob.accessToken());

        unauthenticated(url).then().statusCode(200);
        unauthenticated(url.replace("id=" + id, "id=" + other)).then().statusCode(403);
        unauthenticated(url.replace("reader=" + bob.id(), "reader=" + ann.id()))
                .then()
                .statusCode(403)
                .body("code", equalTo("media.link_invalid"));
        unauthenticated(url.replaceAll("expires=\\d", "expires=9")).then().statusCode(403);
        bob.call().body(Map.of("id", room.toString())).post("/api/leaveRoom");
        unauthenticated(url).then().statusCode(404);
    }

    private static Response link(TestUser reader, MediaId id) {
        return reader.call().body(Map.of("id", id.toString())).post("/api/mediaLink");
    }

    private static Response unauthenticated(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }

    @Test
    void aMediaMessageTakesTheWayOfEveryMessage() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        MediaId id = TestMedia.uploaded(ann, "a.png", TestImages.png(500, 300));
        try (TestSocket hers = TestSocket.open(server, ann.accessToken());
                TestSocket his = TestSocket.open(server, bob.accessToken())) {
            String clientId = UUID.randomUUID().toString();
            var body =
                    Map.of("roomId", room.toString(), "clientId", clientId, "mediaId", id.toString(), "text", "Look!");
            var sent = hers.request("room.sendMessage", body);
            assertThat(sent.get("media").get("width").asInt()).isEqualTo(500);
            assertThat(sent.get("text").asText()).isEqualTo("Look!");
            assertThat(hers.request("room.sendMessage", body).get("duplicate").asBoolean())
                    .isTrue();
            var pushed = his.awaitPushes("room.message", 1).getLast();
            assertThat(pushed.get("media")).isEqualTo(sent.get("media"));
            var read = his.request("room.history", Map.of("roomId", room.toString(), "limit", 1));
            assertThat(read.get("messages").get(0).get("media")).isEqualTo(sent.get("media"));
            assertThat(hers.refusal(
                            "room.sendMessage",
                            Map.of(
                                    "roomId",
                                    room.toString(),
                                    "clientId",
                                    UUID.randomUUID().toString(),
                                    "text",
                                    " ")))
                    .isEqualTo("message.empty");
        }
    }
}
