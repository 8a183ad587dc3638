package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import chat.parley.media.port.MediaConfig;
import chat.parley.media.service.CleanUpService;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody uses goes, and with it its bytes. */
@QuarkusTest
class MediaCleaningIT {
    private final MediaConfig config;
    private final CleanUpService cleaning;
    private final Sql sql;

    MediaCleaningIT(MediaConfig config, CleanUpService cleaning, Sql sql) {
        this.config = config;
        this.cleaning = cleaning;
        this.sql = sql;
    }

    @Test
    void whatIsNeverPostedGoesAfterADay() throws Exception {
        TestUser ann = TestUsers.register();
        RoomId room = TestRooms.closed(ann);
        byte[] forgotten = TestMedia.text("forgotten");
        MediaId orphan = TestMedia.uploaded(ann, "a.txt", forgotten);
        MediaId posted = TestMedia.uploaded(ann, "b.txt", TestMedia.text("posted"));
        MediaId young = TestMedia.uploaded(ann, "c.txt", TestMedia.text("young"));
        TestMedia.post(ann, room, posted);
        for (MediaId old : new MediaId[] {orphan, posted}) {
            sql.update("UPDATE media SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?", old.value());
        }

        assertThat(cleaning.removeOrphans()).isPositive();
        TestMedia.get(ann, orphan).then().statusCode(404);
        assertThat(TestMedia.place(config.folder(), forgotten)).doesNotExist();
        TestMedia.get(ann, posted).then().statusCode(200);
        TestMedia.get(ann, young).then().statusCode(200);
    }

    @Test
    void bytesWithoutAnUploadGoToo() throws Exception {
        TestUser ann = TestUsers.register();
        byte[] bytes = TestMedia.text("lost");
        MediaId id = TestMedia.uploaded(ann, "a.txt", bytes);
        sql.update("DELETE FROM media WHERE id = ?", id.value());
        sql.update("UPDATE media_blobs SET created_at = created_at - INTERVAL 25 HOUR WHERE size = ?", bytes.length);
        assertThat(TestMedia.place(config.folder(), bytes)).exists();
        assertThat(cleaning.removeUnusedBytes()).isPositive();
        assertThat(TestMedia.place(config.folder(), bytes)).doesNotExist();
        assertThat(Files.exists(config.folder())).isTrue();
    }

    @Test
    void whatAnUploadLeftBehindIsRemoved() throws Exception {
        TestUser ann = TestUsers.register();
        List<byte[]> texts =
                Stream.generate(() -> TestMedia.text("one of many")).limit(8).toList();
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
            left += Files.exists(TestMedia.place(config.folder(), words)) ? 1 : 0;
        }
        assertThat(left).isEqualTo(1);
    }

    @Test
    void theKeyOfAnUploadThatIsGoneIsFree() {
        TestUser ann = TestUsers.register();
        String first =
                TestMedia.upload(ann, "key", "a.txt", TestMedia.text("a")).path("id");
        sql.update(
                "UPDATE media SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?",
                MediaId.parse(first).value());
        cleaning.removeOrphans();
        TestMedia.upload(ann, "key", "a.txt", TestMedia.text("b"))
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first)));
    }
}
