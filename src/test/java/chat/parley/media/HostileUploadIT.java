package chat.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.media.port.MediaConfig;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Uploads that are too much, or stop in the middle. */
@QuarkusTest
class HostileUploadIT {
    private static final String BOUNDARY = "parley-test-boundary";
    private static final int MEGA = 1_000_000;

    private final MediaConfig config;

    @TestHTTPResource
    URI server;

    HostileUploadIT(MediaConfig config) {
        this.config = config;
    }

    /** Zeros without end but this. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }

    private static InputStream form(long size) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return new SequenceInputStream(
                Collections.enumeration(List.of(text(head), new Zeros(size), text("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpRequest.Builder request(TestUser user, String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + user.accessToken())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private long filesAtWork() throws IOException {
        if (!Files.isDirectory(config.workFolder())) {
            return 0;
        }
        try (var files = Files.walk(config.workFolder())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private void nothingIsLeft() {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(filesAtWork()).isZero());
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void twoHundredMegabytesAreRefusedAndLeaveNothing() throws Exception {
        TestUser ann = TestUsers.register();
        long before = heapAfterCollection();
        try (HttpClient client = HttpClient.newHttpClient()) {
            // Without a length, so that the server has to count.
            var large = request(ann, "/api/upload")
                    .POST(BodyPublishers.ofInputStream(() -> form(200L * MEGA)))
                    .build();
            try {
                assertThat(client.send(large, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(413);
            } catch (IOException e) {
                // The server has hung up before all was said, which is an answer too.
                assertThat(e).isNotNull();
            }
        }
        nothingIsLeft();
        assertThat(heapAfterCollection() - before).isLessThan(48L * MEGA);
    }

    @Test
    void aLargeFileGoesToTheDiskAndNotIntoMemory() throws Exception {
        TestUser ann = TestUsers.register();
        long before = heapAfterCollection();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var large = request(ann, "/api/upload")
                    .POST(BodyPublishers.ofInputStream(() -> form(80L * MEGA)))
                    .build();
            var answer = client.send(large, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"size\":" + 80L * MEGA);
        }
        assertThat(heapAfterCollection() - before).isLessThan(48L * MEGA);
        nothingIsLeft();
    }

    @Test
    void anUploadThatStopsInTheMiddleLeavesNothing() throws Exception {
        TestUser ann = TestUsers.register();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ann.accessToken()
                            + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                            + "\r\nContent-Length: 5000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(form(MEGA).readNBytes(MEGA / 2));
            out.flush();
            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(filesAtWork()).isPositive());
        }
        nothingIsLeft();
    }
}
