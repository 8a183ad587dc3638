package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import chat.parley.testing.HostileFiles;
import chat.parley.testing.TestImages;
import chat.parley.testing.TestMedia;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import com.sun.management.ThreadMXBean;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images, and what claims to be images, of the kinds that browsers do not make. */
@QuarkusTest
class HostileImageIT {
    private static final int MEGA = 1_000_000;

    private TestUser ann;

    @BeforeEach
    void register() {
        ann = TestUsers.register();
    }

    @Test
    void aWebPBecomesWhatEveryBrowserShows() throws IOException {
        MediaId id = TestMedia.uploaded(ann, "a.webp", HostileFiles.webp());
        var answer = TestMedia.get(ann, id);
        answer.then().statusCode(200).header("Content-Type", "image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.asByteArray())).getWidth())
                .isEqualTo(1);
    }

    @Test
    void aWebPThatClaimsTooManyPixelsIsRefused() {
        TestMedia.upload(ann, "a.webp", HostileFiles.hugeWebp())
                .then()
                .statusCode(413)
                .body("code", equalTo("media.image_too_large"));
    }

    @Test
    void anAnimationKeepsItsFramesAndNothingElse() throws IOException {
        byte[] gif = HostileFiles.animation(5, "<script>alert(1)</script>");
        TestMedia.upload(ann, "a.gif", gif)
                .then()
                .statusCode(201)
                .body("mime", equalTo("image/gif"))
                .body("width", equalTo(60))
                .body("height", equalTo(40));
        MediaId id = TestMedia.uploaded(ann, "a.gif", gif);
        byte[] stored = TestMedia.get(ann, id).asByteArray();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(frames(stored)).isEqualTo(5);
        TestMedia.thumbnail(ann, id).then().statusCode(200).header("Content-Type", "image/png");
    }

    private static int frames(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void whatUnpacksToFarMoreIsNotUnpacked() throws IOException {
        byte[] image = HostileFiles.withPackedText(TestImages.png(40, 40), 300 * MEGA);
        byte[] zip = HostileFiles.zip(300 * MEGA);
        assertThat(image.length + zip.length).isLessThan(MEGA);

        long before = allocated();
        TestMedia.upload(ann, "a.png", image).then().statusCode(201).body("width", equalTo(40));
        TestMedia.upload(ann, "a.zip", zip)
                .then()
                .statusCode(201)
                .body("mime", equalTo("application/zip"))
                .body("size", equalTo(zip.length))
                .body("thumbnailUrl", nullValue());
        assertThat(allocated() - before).isLessThan(200L * MEGA);
    }

    /** By all threads, whether it is garbage by now or not. */
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getTotalThreadAllocatedBytes();
    }
}
