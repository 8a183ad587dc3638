package chat.parley.media.integration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskMediaStorageTest implements MediaStorageContract {
    @TempDir
    Path folder;

    @Override
    public MediaStorage storage() {
        return new DiskMediaStorage(folder);
    }

    @Test
    void whatCannotBeReadLeavesNothing() throws IOException {
        BlobKey key = new BlobKey("ab".repeat(32));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> storage().put(key, folder.resolve("missing")))
                .isInstanceOf(IOException.class);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
