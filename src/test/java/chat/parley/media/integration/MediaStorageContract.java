package chat.parley.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

/** What every place for bytes does. */
interface MediaStorageContract {
    MediaStorage storage() throws IOException;

    private static byte[] bytes() {
        return "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    }

    private static Blob blob(byte[] bytes) throws NoSuchAlgorithmException {
        return new Blob(BlobKey.of(MessageDigest.getInstance("SHA-256").digest(bytes)), bytes.length);
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile("contract", ""), bytes);
    }

    @Test
    default void whatIsStoredIsReadFromAnyPlace() throws Exception {
        Blob blob = blob(bytes());
        MediaStorage storage = storage();
        assertThat(storage.has(blob)).isFalse();
        Path file = file(bytes());
        storage.put(blob.key(), file);
        storage.put(blob.key(), file);
        assertThat(storage.has(blob)).isTrue();
        try (InputStream all = storage.open(blob.key(), 0, blob.size())) {
            assertThat(all.readAllBytes()).isEqualTo(bytes());
        }
        try (InputStream some = storage.open(blob.key(), 9_998, 2)) {
            assertThat(some.readAllBytes()).asString().isEqualTo("89");
        }
    }

    @Test
    default void whatIsDeletedIsGone() throws Exception {
        Blob blob = blob(bytes());
        MediaStorage storage = storage();
        storage.put(blob.key(), file(bytes()));
        storage.delete(blob.key());
        storage.delete(blob.key());
        assertThat(storage.has(blob)).isFalse();
        assertThatThrownBy(() -> storage.open(blob.key(), 0, 1)).isInstanceOf(NoSuchFileException.class);
    }
}
