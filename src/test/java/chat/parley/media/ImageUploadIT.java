package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Images are made anew, or refused. */
@QuarkusTest
class ImageUploadIT {

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
}
