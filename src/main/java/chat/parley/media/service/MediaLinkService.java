package chat.parley.media.service;

import chat.parley.identity.Signatures;
import chat.parley.identity.UserId;
import chat.parley.identity.Users;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.media.model.MediaLink;
import chat.parley.media.port.MediaConfig;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Makes addresses for what cannot carry an access token: a player, a download. */
@ApplicationScoped
public class MediaLinkService {
    private final OpenMediaService files;
    private final Signatures signatures;
    private final Users users;
    private final MediaConfig config;
    private final Clock clock;

    MediaLinkService(OpenMediaService files, Signatures signatures, Users users, MediaConfig config, Clock clock) {
        this.files = files;
        this.signatures = signatures;
        this.users = users;
        this.config = config;
        this.clock = clock;
    }

    /** A link and what proves it. */
    public record Signed(MediaLink link, String signature) {}

    public Signed link(UserId reader, MediaId id) {
        files.find(reader, id);
        var expiresAt = clock.instant().plus(config.linkLifetime()).truncatedTo(ChronoUnit.SECONDS);
        MediaLink link = new MediaLink(id, reader, expiresAt);
        return new Signed(link, signatures.sign(link.text()));
    }

    /** Who follows the link; not somebody whose account was disabled since. */
    public UserId reader(MediaLink link, String signature) {
        boolean good = clock.instant().isBefore(link.expiresAt())
                && signatures.isGenuine(link.text(), signature)
                && !users.active(Set.of(link.reader())).isEmpty();
        if (!good) {
            throw ParleyException.of(MediaError.LINK_INVALID);
        }
        return link.reader();
    }
}
