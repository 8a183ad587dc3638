package chat.parley.media.integration;

import chat.parley.media.port.PlayingTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Reads the playing time out of what surrounds the sound and the pictures: MP4 and its relatives, WAV, FLAC and Ogg.
 * Nothing is decoded, and no more than a few kilobytes are read of a file of any size.
 */
@ApplicationScoped
class ContainerPlayingTimes implements PlayingTimes {
    private static final double LONGEST = 1_000_000;

    @Override
    public OptionalDouble of(Path file, String mime) {
        try (FileBytes bytes = FileBytes.open(file)) {
            double seconds = switch (mime) {
                case "audio/mp4", "video/mp4", "video/quicktime" -> Mp4Time.of(bytes);
                case "audio/wav" -> SoundTime.ofWav(bytes);
                case "audio/flac" -> SoundTime.ofFlac(bytes);
                case "audio/ogg" -> SoundTime.ofOgg(bytes);
                default -> 0;
            };
            // Whatever a file claims is no more than a claim; what cannot be is not passed on.
            return seconds > 0 && seconds <= LONGEST ? OptionalDouble.of(seconds) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
