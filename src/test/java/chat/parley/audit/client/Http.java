package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The REST API, as far as clients of a chat need it. */
public final class Http {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Http() {}

    /** An answer of any status. */
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
        /** The answer's body, if it is a success. */
        public JsonNode orFail() {
            if (status / 100 != 2) {
                throw new IllegalStateException(response.uri() + " answered " + status + " " + body);
            }
            return body;
        }
    }

    /** Sends JSON, with further headers. */
    public static CompletableFuture<Answer> send(
            URI server, String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
        headers.forEach(request::header);
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Http::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), parse(response.body()), response);
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
