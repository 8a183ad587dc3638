package chat.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondServerIsRefusedByTheNumberOfTheFirstAndWelcomeAfterIt() {
        Path storage = folder.resolve("storage");
        try (StorageLock _ = StorageLock.take(storage)) {
            assertThatThrownBy(() -> StorageLock.take(storage))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        StorageLock.take(storage).close();
        assertThat(storage.resolve("lock")).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StorageLock.take(file.resolve("storage")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PARLEY_STORAGE");
    }
}
