package chat.parley.media.integration;

import chat.parley.media.port.MediaConfig;
import chat.parley.media.port.MediaStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Clock;

/** Chooses where bytes lie: in a bucket if one is named, else on the disk. */
@ApplicationScoped
class MediaStorageProducer {
    @Produces
    @ApplicationScoped
    MediaStorage storage(MediaConfig config, Clock clock) {
        var s3 = config.s3();
        if (s3.bucketUrl().isEmpty()) {
            return new DiskMediaStorage(config.folder());
        }
        String address = s3.bucketUrl().get().replaceAll("/+$", "");
        var signature = new AwsSignature(
                s3.accessKey().orElseThrow(() -> missing("access-key")),
                s3.secretKey().orElseThrow(() -> missing("secret-key")),
                s3.region(),
                "s3");
        return new S3MediaStorage(URI.create(address), signature, clock);
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException(
                "parley.media.s3.bucket-url is set, but parley.media.s3." + setting + " is not");
    }
}
