package chat.parley.media.port;

import chat.parley.media.model.Blob;
import chat.parley.media.model.BlobKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where bytes lie. Nothing is ever changed: what is under a key are the bytes that it names. */
public interface MediaStorage {
    /** Stores a file, which may be gone afterwards; returns when it is safe. Storing again changes nothing. */
    void put(BlobKey key, Path file) throws IOException;

    boolean has(Blob blob) throws IOException;

    /**
     * A stretch of the bytes.
     *
     * @throws java.nio.file.NoSuchFileException if there are none
     */
    InputStream open(BlobKey key, long offset, long length) throws IOException;

    /** Nothing happens if there are none. */
    void delete(BlobKey key) throws IOException;
}
