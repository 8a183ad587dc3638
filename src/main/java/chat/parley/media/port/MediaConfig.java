package chat.parley.media.port;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of uploads; {@code config/application.yml} explains each. */
@ConfigMapping(prefix = "parley.media")
public interface MediaConfig {
    /** Largest request that uploads a file, in bytes. */
    @Min(1)
    long maxFileBytes();

    /** Where the disk adapter keeps the bytes. */
    Path folder();

    /** Where uploads lie until they are stored. */
    Path workFolder();

    @Min(1)
    long quotaBytesPerUser();

    Duration orphanAge();

    Duration linkLifetime();

    Image image();

    S3 s3();

    /** A bucket that is used instead of the folder. */
    interface S3 {
        Optional<String> bucketUrl();

        String region();

        Optional<String> accessKey();

        Optional<String> secretKey();
    }

    /** How images are made anew. */
    interface Image {
        @Min(1)
        long maxPixels();

        @Min(16)
        int thumbnailSize();

        /** 0 takes half of the processors. */
        @Min(0)
        int threads();

        @Min(1)
        int queue();
    }
}
