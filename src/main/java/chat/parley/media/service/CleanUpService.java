package chat.parley.media.service;

import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.media.model.BlobKey;
import chat.parley.media.port.MediaConfig;
import chat.parley.media.port.MediaRepository;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what was uploaded and never used, and what an interrupted server left behind. */
@ApplicationScoped
public class CleanUpService {
    private static final int PAGE = 200;

    private final MediaRepository media;
    private final ReleaseMediaService releases;
    private final List<MediaUses> uses;
    private final MediaConfig config;
    private final Clock clock;

    CleanUpService(
            MediaRepository media,
            ReleaseMediaService releases,
            @All List<MediaUses> uses,
            MediaConfig config,
            Clock clock) {
        this.media = media;
        this.releases = releases;
        this.uses = uses;
        this.config = config;
        this.clock = clock;
    }

    /** Removes uploads that are old enough and that nothing needs; returns how many it looked at and found unused. */
    public int removeOrphans() {
        Instant limit = clock.instant().minus(config.orphanAge());
        int removed = 0;
        MediaId after = new MediaId(0);
        for (List<MediaId> page = page(limit, after); !page.isEmpty(); page = page(limit, after)) {
            after = page.getLast();
            Set<MediaId> orphans = new HashSet<>(page);
            uses.forEach(use -> orphans.removeAll(use.inUse(orphans)));
            orphans.forEach(releases::release);
            removed += orphans.size();
        }
        return removed;
    }

    /** Removes bytes that no upload has. */
    public int removeUnusedBytes() {
        List<BlobKey> keys = unused();
        keys.forEach(releases::removeBytes);
        return keys.size();
    }

    /** Removes what uploads that were cut off by the end of the server left in the work folder. */
    public int removeLeftovers() throws IOException {
        Path folder = config.workFolder();
        Instant limit = clock.instant().minus(config.orphanAge());
        int removed = 0;
        if (Files.isDirectory(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    boolean old = Files.exists(path)
                            && Files.getLastModifiedTime(path).toInstant().isBefore(limit);
                    if (old && !path.equals(folder) && isEmpty(path)) {
                        Files.deleteIfExists(path);
                        removed++;
                    }
                }
            }
        }
        return removed;
    }

    @Transactional
    List<MediaId> page(Instant limit, MediaId after) {
        return media.olderThan(limit, after, PAGE);
    }

    @Transactional
    List<BlobKey> unused() {
        return media.unused(clock.instant().minus(config.orphanAge()), PAGE);
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return true;
        }
        try (var inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }
}
