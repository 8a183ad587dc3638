package chat.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a storage folder to one server. The system lets go of it by itself, however the process ends. */
public final class StorageLock implements AutoCloseable {
    private final FileChannel channel;

    private StorageLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the folder if need be, and takes it. */
    public static StorageLock take(Path storage) {
        Path file = storage.resolve("lock");
        try {
            Files.createDirectories(storage);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartFailure(
                        "Another Parley (process " + Files.readString(file).strip()
                                + ") already uses the storage folder " + storage
                                + "; stop it, or name another folder in PARLEY_STORAGE.");
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownPid()));
            return new StorageLock(channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "The storage folder " + storage + " cannot be written (" + e
                            + "); correct its permissions, or name another folder in PARLEY_STORAGE.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static byte[] ownPid() {
        return (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
