package chat.parley.media.port;

import chat.parley.media.model.Prepared;
import java.nio.file.Path;

/** Makes images anew. */
public interface ImageWorkshop {
    /** Whether images of this type are made anew. */
    boolean takes(String mime);

    /**
     * Reads the image and writes it, and a thumbnail, into the folder, with its pixels and nothing else.
     *
     * @throws chat.parley.shared.error.ParleyException {@link chat.parley.media.MediaError#IMAGE_TOO_LARGE}, told from
     *     its first bytes, {@code IMAGE_DAMAGED} or {@code BUSY}
     */
    Prepared prepare(Path upload, String mime, Path folder);
}
