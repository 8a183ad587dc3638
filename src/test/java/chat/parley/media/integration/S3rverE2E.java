package chat.parley.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against an object storage that others wrote: how it wants to be asked, and what it answers. It has its buckets in the
 * path, as the adapter does, and looks at who signed and when, but neither at the signature itself (see {@link
 * AwsSignatureTest}) nor at the hash of the body.
 */
class S3rverE2E implements MediaStorageContract {
    private static final String NAME = "S3RVER";
    private static final String BUCKET = "parley";
    private static final int MEGA = 1_000_000;

    @TempDir
    Path folder;

    private Process node;
    private int port;

    @BeforeEach
    void start() throws IOException {
        node = new ProcessBuilder("node", "src/test/interop/s3.cjs", folder.toString(), BUCKET)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String ready = node.inputReader().readLine();
        port = new ObjectMapper().readTree(ready).get("port").asInt();
    }

    @AfterEach
    void stop() throws InterruptedException {
        node.destroy();
        node.waitFor();
    }

    private S3MediaStorage storage(String bucket, String name, Clock clock) {
        URI address = URI.create("http://127.0.0.1:" + port + "/" + bucket);
        return new S3MediaStorage(address, new AwsSignature(name, NAME, "eu-west-1", "s3"), clock);
    }

    @Override
    public MediaStorage storage() {
        return storage(BUCKET, NAME, Clock.systemUTC());
    }

    @Test
    void whatIsLargerThanAnyBufferArrivesWhole() throws Exception {
        byte[] bytes = new byte[20 * MEGA];
        new Random(7).nextBytes(bytes);
        BlobKey key = BlobKey.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        storage().put(key, Files.write(Files.createTempFile(folder, "large", ""), bytes));

        try (InputStream part = storage().open(key, 7 * MEGA + 1, 2 * MEGA)) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 7 * MEGA + 1, 9 * MEGA + 1));
        }
    }

    @Test
    void aStrangerALateClockAndAnUnknownBucketAreRefused() throws IOException {
        BlobKey key = new BlobKey("ab".repeat(32));
        Path file = Files.writeString(Files.createTempFile(folder, "a", ""), "a");
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

        storage().put(key, file);
        refused(storage(BUCKET, "stranger", Clock.systemUTC()), key, file, "403");
        refused(storage(BUCKET, NAME, late), key, file, "403");
        refused(storage("nowhere", NAME, Clock.systemUTC()), key, file, "404");
    }

    private static void refused(MediaStorage storage, BlobKey key, Path file, String status) {
        assertThatThrownBy(() -> storage.put(key, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(status);
    }
}
