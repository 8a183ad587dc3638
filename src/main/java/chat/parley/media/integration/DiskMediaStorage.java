package chat.parley.media.integration;

import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Bytes in a folder, which several nodes may share: {@code ab/cd/abcd...}, so that no folder becomes large. */
final class DiskMediaStorage implements MediaStorage {
    private final Path folder;

    DiskMediaStorage(Path folder) {
        this.folder = folder;
    }

    /** A name appears only when what it names is complete and on the disk. */
    @Override
    public void put(BlobKey key, Path file) throws IOException {
        Path inside = Files.createDirectories(folderOf(key));
        Path place = place(key);
        Path unfinished = inside.resolve(key.hex() + "." + UUID.randomUUID() + ".part");
        try {
            Files.copy(file, unfinished);
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(inside, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public boolean has(Blob blob) throws IOException {
        Path place = place(blob.key());
        return Files.isRegularFile(place) && Files.size(place) == blob.size();
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) throws IOException {
        FileChannel channel = FileChannel.open(place(key), StandardOpenOption.READ);
        try {
            return new BoundedStream(Channels.newInputStream(channel.position(offset)), length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    private Path place(BlobKey key) {
        return folderOf(key).resolve(key.hex());
    }

    private Path folderOf(BlobKey key) {
        return folder.resolve(key.hex().substring(0, 2)).resolve(key.hex().substring(2, 4));
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
