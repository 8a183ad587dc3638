package chat.parley.media.service;

import chat.parley.identity.UserId;
import java.nio.file.Path;

/**
 * Somebody hands in a file.
 *
 * @param file where its bytes lie; the caller removes it afterwards
 * @param name what the client calls it
 */
public record UploadFile(UserId owner, Path file, String name) {}
