package chat.parley.media.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerPlayingTimesTest {
    @TempDir
    Path folder;

    private OptionalDouble time(String mime, byte[] bytes) throws IOException {
        return new ContainerPlayingTimes().of(Files.write(folder.resolve("a"), bytes), mime);
    }

    private static byte[] wav() throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var silence = new AudioInputStream(new ByteArrayInputStream(new byte[24_000]), format, 12_000);
        AudioSystem.write(silence, AudioFileFormat.Type.WAVE, bytes);
        return bytes.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] film(byte[] header) {
        byte[] film = box("moov", box("mvhd", header));
        byte[] start = box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII));
        byte[] data = box("mdat", new byte[5_000]);
        return ByteBuffer.allocate(start.length + data.length + film.length)
                .put(start)
                .put(data)
                .put(film)
                .array();
    }

    private static byte[] opus() {
        ByteBuffer file = ByteBuffer.allocate(28 + 19 + 27).order(ByteOrder.LITTLE_ENDIAN);
        file.put("OggS".getBytes(StandardCharsets.US_ASCII)).position(26);
        file.put((byte) 1).put((byte) 19);
        file.put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 1);
        file.putShort((short) 312).position(28 + 19);
        file.put("OggS".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x0400);
        return file.putLong(5 * 48_000 + 312).array();
    }

    private static byte[] flac() {
        ByteBuffer file = ByteBuffer.allocate(42).put("fLaC".getBytes(StandardCharsets.US_ASCII));
        return file.putLong(18, 44_100L << 44 | 7L << 36 | 44_100 * 2L).array();
    }

    @Test
    void filmsSayItInTheirHeader() throws IOException {
        ByteBuffer narrow = ByteBuffer.allocate(100).putInt(12, 600).putInt(16, 1_500);
        assertThat(time("video/mp4", film(narrow.array()))).hasValue(2.5);
        ByteBuffer wide =
                ByteBuffer.allocate(112).put(0, (byte) 1).putInt(20, 1_000).putLong(24, 90_500);
        assertThat(time("audio/mp4", film(wide.array()))).hasValue(90.5);
    }

    @Test
    void soundsSayItWhereTheirFormatDoes() throws IOException {
        assertThat(time("audio/wav", wav())).hasValue(1.5);
        assertThat(time("audio/flac", flac())).hasValue(2);
        assertThat(time("audio/ogg", opus())).hasValue(5);
    }

    @Test
    void whatIsCutOffOrClaimsNonsenseHasNone() throws IOException {
        for (byte[] whole : new byte[][] {wav(), opus(), flac(), film(new byte[100])}) {
            for (int length = 0; length < Math.min(whole.length, 60); length++) {
                for (String mime : new String[] {"audio/wav", "audio/ogg", "audio/flac", "video/mp4"}) {
                    assertThat(time(mime, Arrays.copyOf(whole, length)).orElse(1))
                            .isBetween(0.0, 1_000_000.0);
                }
            }
        }
        byte[] endless =
                film(ByteBuffer.allocate(100).putInt(12, 1).putInt(16, -1).array());
        assertThat(time("video/mp4", endless)).isEmpty();
        assertThat(time("text/plain", wav())).isEmpty();
    }
}
