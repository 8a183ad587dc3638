package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An upload whose answer was lost is handed in again. */
@QuarkusTest
class RepeatedUploadIT {

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
        byte[] words = TestMedia.text("at once");
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

    private static long usedBytes(TestUser owner) {
        return owner.call().get("/api/upload").jsonPath().getLong("usedBytes");
    }
}
