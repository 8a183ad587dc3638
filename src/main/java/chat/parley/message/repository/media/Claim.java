package chat.parley.message.repository.media;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;

/** Somebody wants to post a file. */
public record Claim(MediaId mediaId, UserId userId) {}
