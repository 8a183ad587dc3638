package chat.parley.media.port;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of uploads; {@code config/application.yml} explains each. */
@ConfigMapping(prefix = "parley.media")
public interface MediaConfig {
    /** Largest request that uploads a file, in bytes. */
    long maxFileBytes();

    /** Where the disk adapter keeps the bytes. */
    Path folder();

    /** Where uploads lie until they are stored. */
    Path workFolder();

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
        long maxPixels();

        int thumbnailSize();

        /** 0 takes half of the processors. */
        int threads();

        int queue();
    }
}
