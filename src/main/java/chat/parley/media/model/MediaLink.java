package chat.parley.media.model;

import chat.parley.identity.UserId;
import chat.parley.media.MediaId;
import java.time.Instant;

/** Lets one person read one file for a while, by an address alone. What they may see is asked again at each use. */
public record MediaLink(MediaId id, UserId reader, Instant expiresAt) {
    /** What is signed. */
    public String text() {
        return "media " + id + " " + reader + " " + expiresAt.getEpochSecond();
    }
}
