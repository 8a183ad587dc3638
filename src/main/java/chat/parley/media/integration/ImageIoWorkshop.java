package chat.parley.media.integration;

import chat.parley.media.MediaError;
import chat.parley.media.model.MediaType;
import chat.parley.media.model.Prepared;
import chat.parley.media.port.ImageWorkshop;
import chat.parley.media.port.MediaConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's image coders, and one for WebP, on a few threads of their own: what images take of memory and processors
 * is bounded however many people upload at once.
 */
@ApplicationScoped
class ImageIoWorkshop implements ImageWorkshop {
    private static final Set<String> TAKEN = Set.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.WEBP);
    private static final Duration BUSY_RETRY = Duration.ofSeconds(5);

    private final ImageCopier copier;
    private final ThreadPoolExecutor pool;
    private final Timer timer;

    ImageIoWorkshop(MediaConfig config, MeterRegistry registry) {
        var image = config.image();
        copier = new ImageCopier(image.maxPixels(), image.thumbnailSize());
        int threads = image.threads() > 0
                ? image.threads()
                : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(image.queue()),
                Thread.ofPlatform().daemon().name("parley-images-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        timer = registry.timer("parley.media.image.preparation");
        registry.gauge("parley.media.image.waiting", pool, p -> p.getQueue().size());
    }

    @Override
    public boolean takes(String mime) {
        return TAKEN.contains(mime);
    }

    @Override
    public Prepared prepare(Path upload, String mime, Path folder) {
        try {
            return pool.submit(() -> timer.recordCallable(() -> copier.copy(upload, mime, folder)))
                    .get();
        } catch (RejectedExecutionException e) {
            throw ParleyException.retryAfter(MediaError.BUSY, BUSY_RETRY);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw reason(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ParleyException.causedBy(RequestError.UNAVAILABLE, e);
        }
    }

    // What coders throw at hostile bytes is anything from an I/O error to a wrong index.
    private static ParleyException reason(Throwable cause) {
        return switch (cause) {
            case ParleyException refusal -> refusal;
            case OutOfMemoryError e -> ParleyException.of(MediaError.IMAGE_TOO_LARGE);
            case IOException e -> ParleyException.of(MediaError.IMAGE_DAMAGED);
            case RuntimeException e -> ParleyException.of(MediaError.IMAGE_DAMAGED);
            default -> ParleyException.causedBy(RequestError.INTERNAL, cause);
        };
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
