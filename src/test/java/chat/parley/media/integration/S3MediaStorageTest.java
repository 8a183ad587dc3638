package chat.parley.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against a server that does of S3 what is used of it: it makes the signature out of what arrived and compares, and
 * compares the body with the hash that was announced.
 */
class S3MediaStorageTest implements MediaStorageContract {
    private static final AwsSignature SIGNATURE = new AwsSignature("key", "secret", "eu-west-1", "s3");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI bucket() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bucket");
    }

    @Override
    public MediaStorage storage() {
        return new S3MediaStorage(bucket(), SIGNATURE, Clock.systemUTC());
    }

    @Test
    void aWrongSecretIsRefused() throws IOException {
        var wrong = new AwsSignature("key", "another", "eu-west-1", "s3");
        var storage = new S3MediaStorage(bucket(), wrong, Clock.systemUTC());
        assertThatThrownBy(() -> storage.put(new BlobKey("ab".repeat(32)), Files.createTempFile("s3", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void bytesThatAreNotWhatTheirNameSaysAreRefused() throws IOException {
        Path file = Files.writeString(Files.createTempFile("s3", ""), "something else");
        assertThatThrownBy(() -> storage().put(new BlobKey("ab".repeat(32)), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("400");
        assertThat(objects).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (!isSigned(exchange)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    boolean whole = sha256(body).equals(header(exchange, "x-amz-content-sha256"));
                    if (whole) {
                        objects.put(path, body);
                    }
                    exchange.sendResponseHeaders(whole ? 200 : 400, -1);
                }
                case "DELETE" -> {
                    objects.remove(path);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "HEAD" -> head(exchange, objects.get(path));
                default -> stretch(exchange, objects.get(path));
            }
        }
    }

    private static void head(HttpExchange exchange, byte[] object) throws IOException {
        if (object != null) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(object.length));
        }
        exchange.sendResponseHeaders(object == null ? 404 : 200, -1);
    }

    private static void stretch(HttpExchange exchange, byte[] object) throws IOException {
        if (object == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String[] range = header(exchange, "range").substring("bytes=".length()).split("-");
        int first = Integer.parseInt(range[0]);
        int end = Math.min(object.length, Integer.parseInt(range[1]) + 1);
        byte[] part = Arrays.copyOfRange(object, first, end);
        exchange.sendResponseHeaders(206, part.length);
        exchange.getResponseBody().write(part);
    }

    private boolean isSigned(HttpExchange exchange) {
        String authorization = header(exchange, "authorization");
        String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        Map<String, String> signed = Stream.of(names.split(";"))
                .filter(name -> !name.equals("host") && !name.equals("x-amz-date"))
                .collect(Collectors.toMap(name -> name, name -> header(exchange, name)));
        String day = header(exchange, "x-amz-date");
        Instant time = Instant.parse(
                day.replaceAll("(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
        URI address = URI.create("http://" + header(exchange, "host") + exchange.getRequestURI());
        var expected = SIGNATURE.headers(
                exchange.getRequestMethod(), address, signed, header(exchange, "x-amz-content-sha256"), time);
        return authorization.equals(expected.get("authorization"));
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
