package chat.parley.media.service;

import chat.parley.identity.UserId;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody hands in a file.
 *
 * @param clientId the owner's key; repeating it returns the upload that is there. Null is a new one every time
 * @param file where its bytes lie; the caller removes it afterwards
 * @param name what the client calls it
 */
public record UploadFile(UserId owner, @Nullable UUID clientId, Path file, String name) {}
