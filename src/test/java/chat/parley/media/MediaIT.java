package chat.parley.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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

    private static byte[] text(String words) {
        return (words + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private Path place(byte[] bytes) throws Exception {
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return config.folder()
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    @Test
    void anImageIsMeasuredAndGetsAThumbnail() throws IOException {
        TestUser ann = TestUsers.register();
        Response answer = TestMedia.upload(ann, "../../garden.JPG", TestImages.jpeg(1200, 900));
        answer.then()
                .statusCode(201)
                .body("mime", equalTo("image/jpeg"))
                .body("width", equalTo(1200))
                .body("height", equalTo(900))
                .body("fileName", equalTo("garden.JPG"))
                .body("thumbnailUrl", endsWithThumbnail());
        MediaId id = MediaId.parse(answer.path("id"));
        var small = ImageIO.read(
                new ByteArrayInputStream(TestMedia.thumbnail(ann, id).asByteArray()));
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(360);
    }

    private static org.hamcrest.Matcher<String> endsWithThumbnail() {
        return org.hamcrest.Matchers.endsWith("&thumbnail=true");
    }

    @Test
    void whatACameraTellsIsGoneAndTheImageIsUpright() throws IOException {
        TestUser ann = TestUsers.register();
        byte[] photo = TestImages.withExif(TestImages.redAndBlue(64, 32), 6, "GPS 52.5163 N 13.3777 E");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 52.5163");

        MediaId id = TestMedia.uploaded(ann, "photo.jpg", photo);
        byte[] stored = TestMedia.get(ann, id).asByteArray();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 52", "Exif");
        var image = ImageIO.read(new ByteArrayInputStream(stored));
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(64);
        // A quarter turn clockwise: what was left is now on top.
        assertThat(image.getRGB(16, 8) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(image.getRGB(16, 56) & 0xFF).isGreaterThan(200);
    }

    @Test
    void aFileGoesToMembersOfItsRoomAndToNobodyElse() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        TestUser eve = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        byte[] minutes = text("minutes");
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
        MediaId id = TestMedia.uploaded(ann, "a.txt", text("a"));

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
        assertThat(place(content)).exists();
        assertThat(place(thumbnail)).exists();
        int once = TestMedia.post(ann, room, id).path("seq");
        int twice = TestMedia.post(ann, room, id).path("seq");

        TestMedia.recall(ann, room, once).then().statusCode(200).body("media", nullValue());
        TestMedia.get(bob, id).then().statusCode(200);
        TestMedia.recall(ann, room, twice).then().statusCode(200);
        TestMedia.get(bob, id).then().statusCode(404);
        TestMedia.get(ann, id).then().statusCode(404);
        assertThat(place(content)).doesNotExist();
        assertThat(place(thumbnail)).doesNotExist();
        ann.call().get("/api/upload").then().body("usedBytes", equalTo(0));
    }

    @Test
    void theSameBytesAreStoredOnceAndStayWhileSomebodyHasThem() throws Exception {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        byte[] bytes = text("the same");
        RoomId room = TestRooms.closed(ann);
        MediaId hers = TestMedia.uploaded(ann, "a.txt", bytes);
        MediaId his = TestMedia.uploaded(bob, "b.txt", bytes);
        assertThat(hers).isNotEqualTo(his);
        TestMedia.get(bob, hers).then().statusCode(404);

        int seq = TestMedia.post(ann, room, hers).path("seq");
        TestMedia.recall(ann, room, seq).then().statusCode(200);
        assertThat(place(bytes)).exists();
        assertThat(TestMedia.get(bob, his).asByteArray()).isEqualTo(bytes);
    }

    @Test
    void stretchesAreServed() {
        TestUser ann = TestUsers.register();
        byte[] bytes = text("0123456789");
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
    void aPolyglotLosesWhatIsNoImage() {
        TestUser ann = TestUsers.register();
        byte[] script = "<script>alert('polyglot')</script>".getBytes(StandardCharsets.UTF_8);
        for (byte[] image : new byte[][] {TestImages.gif(20, 20), TestImages.png(20, 20), TestImages.jpeg(20, 20)}) {
            MediaId id = TestMedia.uploaded(ann, "x.html", TestImages.join(image, script));
            Response served = TestMedia.get(ann, id);
            assertThat(new String(served.asByteArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("polyglot");
            assertThat(served.contentType()).startsWith("image/");
        }
        byte[] gifScript = "GIF89a/*\0\0\0*/=1;alert(1)//".getBytes(StandardCharsets.ISO_8859_1);
        TestMedia.upload(ann, "x.gif", gifScript).then().statusCode(422).body("code", equalTo("media.image_damaged"));
    }

    @Test
    void tooManyPixelsAreRefusedBeforeTheyAreDecoded() throws IOException {
        TestUser ann = TestUsers.register();
        byte[] bomb = TestImages.bomb(30_000, 30_000);
        assertThat(bomb.length).isLessThan(500_000);
        System.gc();
        long before = used();
        TestMedia.upload(ann, "bomb.png", bomb)
                .then()
                .statusCode(413)
                .body("code", equalTo("media.image_too_large"))
                .body("detail", containsString("30000 x 30000"));
        assertThat(used() - before).isLessThan(64_000_000);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aTruncatedImageIsRefused() {
        TestUser ann = TestUsers.register();
        for (byte[] image :
                new byte[][] {TestImages.jpeg(400, 400), TestImages.png(400, 400), TestImages.gif(400, 400)}) {
            TestMedia.upload(ann, "a", Arrays.copyOf(image, image.length / 2))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("media.image_damaged"));
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
        TestMedia.uploaded(ann, "a.txt", text("a"));
        sql.update(
                "UPDATE media_usage SET bytes = ? WHERE user_id = ?",
                config.quotaBytesPerUser() - 10,
                ann.id().value());
        TestMedia.upload(ann, "b.txt", text("b")).then().statusCode(403).body("code", equalTo("media.quota_exceeded"));
    }

    private static long usedBytes(TestUser owner) {
        return owner.call().get("/api/upload").jsonPath().getLong("usedBytes");
    }

    @Test
    void anUploadThatIsRepeatedIsStoredOnce() {
        TestUser ann = TestUsers.register();
        byte[] image = TestImages.png(600, 600);
        Response first = TestMedia.upload(ann, "my first", "a.png", image);
        first.then().statusCode(201);
        long size = usedBytes(ann);
        Response again = TestMedia.upload(ann, "my first", "a.png", image);
        again.then().statusCode(200);
        assertThat(again.<Map<String, Object>>path("")).isEqualTo(first.path(""));
        assertThat(usedBytes(ann)).isEqualTo(size);
        TestMedia.upload(ann, "my second", "a.png", image)
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first.path("id"))));
        TestMedia.upload(TestUsers.register(), "my first", "a.png", image)
                .then()
                .statusCode(201);
        TestMedia.upload(ann, "k".repeat(256), "a.png", image).then().statusCode(422);
    }

    @Test
    void anUploadThatIsRepeatedAtOnceIsStoredOnce() throws Exception {
        TestUser ann = TestUsers.register();
        byte[] words = text("at once");
        List<Integer> statuses = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Response> upload = () -> TestMedia.upload(ann, "the same", "a.txt", words);
            for (var answer : threads.invokeAll(Collections.nCopies(8, upload))) {
                statuses.add(answer.get().statusCode());
                ids.add(answer.get().path("id"));
            }
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(ids).hasSize(1);
        assertThat(usedBytes(ann)).isEqualTo(words.length);
    }

    @Test
    void whatAnUploadLeftBehindIsRemoved() throws Exception {
        TestUser ann = TestUsers.register();
        List<byte[]> texts = Stream.generate(() -> text("one of many")).limit(8).toList();
        Set<String> ids = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(texts.size())) {
            List<Callable<Response>> uploads = new ArrayList<>();
            texts.forEach(words -> uploads.add(() -> TestMedia.upload(ann, "the same", "a.txt", words)));
            for (var answer : threads.invokeAll(uploads)) {
                ids.add(answer.get().path("id"));
            }
        }
        assertThat(ids).hasSize(1);
        sql.update(
                "UPDATE media_blobs SET created_at = created_at - INTERVAL 25 HOUR WHERE size = ?",
                texts.getFirst().length);
        cleaning.removeUnusedBytes();
        long left = 0;
        for (byte[] words : texts) {
            left += Files.exists(place(words)) ? 1 : 0;
        }
        assertThat(left).isEqualTo(1);
    }

    @Test
    void theKeyOfAnUploadThatIsGoneIsFree() {
        TestUser ann = TestUsers.register();
        String first = TestMedia.upload(ann, "key", "a.txt", text("a")).path("id");
        sql.update(
                "UPDATE media SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?",
                MediaId.parse(first).value());
        cleaning.removeOrphans();
        TestMedia.upload(ann, "key", "a.txt", text("b")).then().statusCode(201).body("id", not(equalTo(first)));
    }

    @Test
    void aLinkWorksForItsFileAndItsReaderAndAsLongAsTheyMaySeeIt() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        MediaId id = TestMedia.uploaded(ann, "a.txt", text("a"));
        MediaId other = TestMedia.uploaded(ann, "b.txt", text("b"));
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

    @Test
    void whatIsNeverPostedGoesAfterADay() throws Exception {
        TestUser ann = TestUsers.register();
        RoomId room = TestRooms.closed(ann);
        byte[] forgotten = text("forgotten");
        MediaId orphan = TestMedia.uploaded(ann, "a.txt", forgotten);
        MediaId posted = TestMedia.uploaded(ann, "b.txt", text("posted"));
        MediaId young = TestMedia.uploaded(ann, "c.txt", text("young"));
        TestMedia.post(ann, room, posted);
        for (MediaId old : new MediaId[] {orphan, posted}) {
            sql.update("UPDATE media SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?", old.value());
        }

        assertThat(cleaning.removeOrphans()).isPositive();
        TestMedia.get(ann, orphan).then().statusCode(404);
        assertThat(place(forgotten)).doesNotExist();
        TestMedia.get(ann, posted).then().statusCode(200);
        TestMedia.get(ann, young).then().statusCode(200);
    }

    @Test
    void bytesWithoutAnUploadGoToo() throws Exception {
        TestUser ann = TestUsers.register();
        byte[] bytes = text("lost");
        MediaId id = TestMedia.uploaded(ann, "a.txt", bytes);
        sql.update("DELETE FROM media WHERE id = ?", id.value());
        sql.update("UPDATE media_blobs SET created_at = created_at - INTERVAL 25 HOUR WHERE size = ?", bytes.length);
        assertThat(place(bytes)).exists();
        assertThat(cleaning.removeUnusedBytes()).isPositive();
        assertThat(place(bytes)).doesNotExist();
        assertThat(Files.exists(config.folder())).isTrue();
    }
}
