package chat.parley.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.HostileFiles;
import chat.parley.testing.PackagedServer;
import chat.parley.testing.TestImages;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm, sent to a packaged server with little memory: a clear answer each, and it serves on. */
class HostileFilesE2E {
    private static final int MEGA = 1_000_000;
    private static final int HEAP_MEGA = 256;

    /** Much less than any of these files is when it is unpacked, or when it is kept until it is read whole. */
    private static final long MOST_GROWTH = 150L * MEGA;

    private static final String BOUNDARY = "boundary";

    @TempDir
    Path folder;

    private PackagedServer server;
    private String token;

    @Test
    void eachIsAnsweredAndMemoryStaysFlat() throws Exception {
        try (PackagedServer started = PackagedServer.on(folder.resolve("storage"))
                .jvm("-Xmx" + HEAP_MEGA + "m", "-XX:+ExitOnOutOfMemoryError")
                .start()) {
            server = started;
            token = register();
            upload("a.png", TestImages.png(800, 600)).then().statusCode(201);
            long before = residentBytes();

            assertThat(code(upload("bomb.png", TestImages.bomb(30_000, 30_000)), 413))
                    .isEqualTo("media.image_too_large");
            assertThat(code(upload("huge.webp", HostileFiles.hugeWebp()), 413)).isEqualTo("media.image_too_large");
            byte[] photo = TestImages.jpeg(4_000, 3_000);
            assertThat(code(upload("cut.jpg", Arrays.copyOf(photo, photo.length / 2)), 422))
                    .isEqualTo("media.image_damaged");
            upload("photo.jpg", photo).then().statusCode(201);
            upload("text.png", HostileFiles.withPackedText(TestImages.png(40, 40), 300 * MEGA))
                    .then()
                    .statusCode(201);
            upload("bomb.zip", HostileFiles.zip(300 * MEGA)).then().statusCode(201);
            assertThat(endless(200L * MEGA)).contains("413");

            cutOff(50 * MEGA, 20 * MEGA);

            assertThat(residentBytes() - before)
                    .as("growth of what is in memory")
                    .isLessThan(MOST_GROWTH);
            upload("a.png", TestImages.png(801, 600)).then().statusCode(201);
            await().untilAsserted(() -> assertThat(folder.resolve("storage/uploads"))
                    .as("what is left of the uploads")
                    .isEmptyDirectory());
            assertThat(server.log()).doesNotContain("OutOfMemory", " ERROR ");
        }
    }

    private String register() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", "ann", "email", "ann@example.com", "password", "a long enough secret"))
                .post(server.address() + "/api/register")
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
    }

    private Response upload(String name, byte[] bytes) {
        return given().auth()
                .oauth2(token)
                .multiPart("file", name, bytes, "application/octet-stream")
                .post(server.address() + "/api/upload");
    }

    private static String code(Response answer, int status) {
        return answer.then().statusCode(status).extract().path("code");
    }

    /** Sends in pieces and never says how much it will be; returns what the server has said when it hangs up. */
    private String endless(long most) throws IOException {
        try (Socket socket = new Socket("localhost", server.address().getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(
                    out,
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] zeros = new byte[MEGA];
            var in = socket.getInputStream();
            for (long sent = 0; sent < most && in.available() == 0; sent += zeros.length) {
                chunk(out, zeros);
            }
            byte[] head = new byte[512];
            int length = in.read(head);
            return new String(head, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        }
    }

    /** Promises so much, sends less, and is gone. */
    private void cutOff(int promised, int sent) throws IOException {
        try (Socket socket = new Socket("localhost", server.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                                    + "\r\nContent-Length: "
                                    + promised + "\r\n\r\n--" + BOUNDARY
                                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[sent]);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private long residentBytes() throws IOException {
        String status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
        String kibibytes = status.lines()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        return Long.parseLong(kibibytes) * 1024;
    }
}
