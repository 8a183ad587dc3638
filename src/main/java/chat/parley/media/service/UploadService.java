package chat.parley.media.service;

import chat.parley.identity.UserId;
import chat.parley.media.MediaError;
import chat.parley.media.MediaId;
import chat.parley.media.model.Blob;
import chat.parley.media.model.Dimensions;
import chat.parley.media.model.FileNames;
import chat.parley.media.model.MediaItem;
import chat.parley.media.model.MediaType;
import chat.parley.media.model.Prepared;
import chat.parley.media.model.UploadLimit;
import chat.parley.media.port.ImageWorkshop;
import chat.parley.media.port.MediaConfig;
import chat.parley.media.port.PlayingTimes;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.id.Creation;
import chat.parley.shared.id.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Takes files in: finds out what they are, makes images anew, and stores the bytes once. */
@ApplicationScoped
public class UploadService {
    private final ImageWorkshop workshop;
    private final PlayingTimes times;
    private final StoreMediaService store;
    private final MediaConfig config;
    private final IdGenerator ids;
    private final Clock clock;

    UploadService(
            ImageWorkshop workshop,
            PlayingTimes times,
            StoreMediaService store,
            MediaConfig config,
            IdGenerator ids,
            Clock clock) {
        this.workshop = workshop;
        this.times = times;
        this.store = store;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** The largest file that is taken. */
    public long maxBytes() {
        return UploadLimit.ofRequest(config.maxFileBytes());
    }

    public Creation<MediaItem> upload(UploadFile command) {
        try {
            return takeIn(command);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be stored", e);
        }
    }

    private Creation<MediaItem> takeIn(UploadFile command) throws IOException {
        Optional<MediaItem> known =
                command.clientId() == null ? Optional.empty() : store.find(command.owner(), command.clientId());
        if (known.isPresent()) {
            return new Creation<>(known.get(), true);
        }
        check(command.owner(), Files.size(command.file()));
        String mime = MediaType.of(head(command.file()));
        if (!workshop.takes(mime)) {
            return keep(command, command.file(), null, mime, null);
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(config.workFolder()), "image-");
        try {
            Prepared image = workshop.prepare(command.file(), mime, folder);
            return keep(command, image.content(), image.thumbnail(), image.mime(), image.dimensions());
        } finally {
            remove(folder);
        }
    }

    /** Before any work is done; what is taken for good is counted when it is stored. */
    private void check(UserId owner, long size) {
        if (size == 0) {
            throw ParleyException.of(MediaError.EMPTY);
        }
        if (size > maxBytes()) {
            throw ParleyException.of(MediaError.TOO_LARGE);
        }
        if (store.usage(owner) + size > config.quotaBytesPerUser()) {
            throw ParleyException.of(MediaError.QUOTA_EXCEEDED);
        }
    }

    private Creation<MediaItem> keep(
            UploadFile command, Path content, @Nullable Path thumbnail, String mime, @Nullable Dimensions dimensions)
            throws IOException {
        Blob bytes = ContentHash.of(content);
        Blob small = thumbnail == null ? null : ContentHash.of(thumbnail);
        MediaItem item = new MediaItem(
                new MediaId(ids.next()),
                command.owner(),
                command.clientId(),
                bytes,
                small,
                mime,
                dimensions,
                dimensions == null ? playingTime(content, mime) : null,
                nameFor(command.name(), mime),
                clock.instant());
        return store.store(item, content, thumbnail);
    }

    private @Nullable Double playingTime(Path content, String mime) {
        OptionalDouble seconds = times.of(content, mime);
        return seconds.isPresent() ? seconds.getAsDouble() : null;
    }

    /** An image that became of another type is no longer what its name says. */
    private static String nameFor(String given, String mime) {
        String name = FileNames.clean(given);
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (mime) {
            case MediaType.JPEG ->
                lower.endsWith(".jpg") || lower.endsWith(".jpeg") ? name : FileNames.withEnding(name, ".jpg");
            case MediaType.PNG -> lower.endsWith(".png") ? name : FileNames.withEnding(name, ".png");
            case MediaType.GIF -> lower.endsWith(".gif") ? name : FileNames.withEnding(name, ".gif");
            default -> name;
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MediaType.HEAD);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
