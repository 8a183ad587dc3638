package chat.parley.media.model;

/** Stored bytes. */
public record Blob(BlobKey key, long size) {}
