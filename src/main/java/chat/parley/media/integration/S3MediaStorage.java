package chat.parley.media.integration;

import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Bytes in a bucket of anything that speaks S3. Keys are hashes, so a name never needs escaping. */
final class S3MediaStorage implements MediaStorage {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI bucket;
    private final AwsSignature signature;
    private final Clock clock;

    /** @param bucket address of the bucket, without a slash at its end */
    S3MediaStorage(URI bucket, AwsSignature signature, Clock clock) {
        this.bucket = bucket;
        this.signature = signature;
        this.clock = clock;
    }

    /** The service compares what arrives with the hash, which the key is, so nothing else can come to lie under it. */
    @Override
    public void put(BlobKey key, Path file) throws IOException {
        var request = request("PUT", key, Map.of(), key.hex(), BodyPublishers.ofFile(file), UPLOAD_PATIENCE);
        expect(send(request, BodyHandlers.discarding()), key, 200);
    }

    @Override
    public boolean has(Blob blob) throws IOException {
        var answer = send(request("HEAD", blob.key()), BodyHandlers.discarding());
        if (answer.statusCode() == 404) {
            return false;
        }
        expect(answer, blob.key(), 200);
        return answer.headers().firstValueAsLong("content-length").orElse(-1) == blob.size();
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) throws IOException {
        Map<String, String> range = Map.of("range", "bytes=%d-%d".formatted(offset, offset + length - 1));
        var request = request("GET", key, range, EMPTY, BodyPublishers.noBody(), PATIENCE);
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 206 && answer.statusCode() != 200) {
            answer.body().close();
        }
        if (answer.statusCode() == 404) {
            throw new NoSuchFileException(key.hex());
        }
        expect(answer, key, 206);
        return new BoundedStream(answer.body(), length);
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        var answer = send(request("DELETE", key), BodyHandlers.discarding());
        if (answer.statusCode() != 404) {
            expect(answer, key, 204);
        }
    }

    private HttpRequest request(String method, BlobKey key) {
        return request(method, key, Map.of(), EMPTY, BodyPublishers.noBody(), PATIENCE);
    }

    private HttpRequest request(
            String method,
            BlobKey key,
            Map<String, String> headers,
            String payloadHash,
            BodyPublisher body,
            Duration patience) {
        URI address = URI.create(bucket + "/" + key.hex());
        Map<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-content-sha256", payloadHash);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, body).timeout(patience);
        signature.headers(method, address, all, payloadHash, clock.instant()).forEach(request::setHeader);
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while speaking to the object storage");
        }
    }

    private static void expect(HttpResponse<?> answer, BlobKey key, int wanted) throws IOException {
        boolean fine = answer.statusCode() == wanted || wanted == 204 && answer.statusCode() == 200;
        if (!fine) {
            throw new IOException("the object storage answered %s of %s with %d"
                    .formatted(answer.request().method(), key.hex(), answer.statusCode()));
        }
    }
}
