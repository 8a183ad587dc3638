package chat.parley.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.media.service.CleanUpService;
import chat.parley.room.RoomId;
import chat.parley.testing.Sql;
import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestRooms;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures of people and of rooms. */
@QuarkusTest
class PictureIT {
    private final CleanUpService cleaning;
    private final Sql sql;

    PictureIT(CleanUpService cleaning, Sql sql) {
        this.cleaning = cleaning;
        this.sql = sql;
    }

    private static Response setPicture(TestUser user, String image) {
        return user.call().body(Map.of("image", image)).post("/api/userInfo");
    }

    private static Response setRoomPicture(TestUser user, RoomId room, String image) {
        return user.call().body(Map.of("id", room.toString(), "image", image)).patch("/api/room");
    }

    @Test
    void whoHasNoPictureGetsADrawnOne() {
        TestUser ann = TestUsers.register();
        Response drawn = given().get("/api/userImage?id=" + ann.id());
        drawn.then()
                .statusCode(200)
                .header("Content-Type", containsString("image/svg+xml"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(not(containsString("script")));
        assertThat(given().get("/api/userImage?username=" + ann.username()).asString())
                .isEqualTo(drawn.asString());
        given().header("If-None-Match", drawn.header("ETag"))
                .get("/api/userImage?id=" + ann.id())
                .then()
                .statusCode(304);
        given().get("/api/userImage?id=1").then().statusCode(404).body("code", equalTo("identity.user_not_found"));
        given().get("/api/userImage").then().statusCode(422);
        given().get("/api/userImage?size=5&id=" + ann.id()).then().statusCode(422);
    }

    @Test
    void aPictureIsAnOwnImage() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        MediaId image = TestMedia.uploaded(ann, "me.png", TestImages.png(700, 700));
        MediaId file = TestMedia.uploaded(ann, "a.txt", "words".getBytes(StandardCharsets.UTF_8));

        setPicture(bob, image.toString()).then().statusCode(404).body("code", equalTo("media.not_found"));
        setPicture(ann, file.toString()).then().statusCode(422).body("code", equalTo("media.not_an_image"));
        setPicture(ann, "x").then().statusCode(422).body("code", equalTo("request.invalid"));
        setPicture(ann, image.toString()).then().statusCode(200).body("image", equalTo(image.toString()));

        given().get("/api/userImage?id=" + ann.id()).then().statusCode(200).header("Content-Type", "image/png");
        int small = given().get("/api/userImage?id=" + ann.id()).asByteArray().length;
        int large = given().get("/api/userImage?size=1000&id=" + ann.id()).asByteArray().length;
        assertThat(small).isLessThan(large);
        TestMedia.get(bob, image).then().statusCode(200);
        setPicture(ann, "").then().statusCode(200).body("image", nullValue());
        TestMedia.get(bob, image).then().statusCode(404);
    }

    @Test
    void aPictureInUseIsNotCleanedAway() {
        TestUser ann = TestUsers.register();
        MediaId image = TestMedia.uploaded(ann, "me.png", TestImages.png(40, 40));
        setPicture(ann, image.toString()).then().statusCode(200);
        sql.update("UPDATE media SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?", image.value());
        cleaning.removeOrphans();
        TestMedia.get(ann, image).then().statusCode(200);
        setPicture(ann, "").then().statusCode(200);
        cleaning.removeOrphans();
        TestMedia.get(ann, image).then().statusCode(404);
    }

    @Test
    void aRoomsPictureIsForThoseWhoSeeTheRoom() {
        TestUser ann = TestUsers.register();
        TestUser bob = TestUsers.register();
        TestUser eve = TestUsers.register();
        RoomId room = TestRooms.closed(ann, bob);
        MediaId image = TestMedia.uploaded(ann, "room.png", TestImages.png(300, 300));

        setRoomPicture(bob, room, image.toString()).then().statusCode(403);
        setRoomPicture(ann, room, "1").then().statusCode(404).body("code", equalTo("media.not_found"));
        ann.call().get("/api/room?id=" + room).then().body("image", nullValue());
        setRoomPicture(ann, room, image.toString()).then().statusCode(200).body("image", equalTo(image.toString()));
        TestMedia.get(bob, image).then().statusCode(200);
        TestMedia.get(eve, image).then().statusCode(404);
        ann.call().body(Map.of("id", room.toString(), "joinPolicy", "open")).patch("/api/room");
        TestMedia.get(eve, image).then().statusCode(200);
    }
}
