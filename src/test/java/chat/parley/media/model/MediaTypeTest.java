package chat.parley.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | application/pdf",
                "GIF89a | image/gif",
                "RIFF1234WEBPVP8L | image/webp",
                "RIFF1234WAVEfmt | audio/wav",
                "....ftypisom | video/mp4",
                "....ftypM4A x | audio/mp4",
                "....ftypheic | image/heic",
                "OggS.........vorbis | audio/ogg",
                "ID3x | audio/mpeg",
                "<svg><script/></svg> | image/svg+xml",
                "<?xml version='1.0'?><svg/> | image/svg+xml",
                "<!DOCTYPE HTML> | text/html",
                "Dear all <script>alert(1)</script> | text/html",
                "<?xml version='1.0'?><a/> | application/xml",
                "plain words | text/plain"
            })
    void aTypeIsReadFromTheFirstBytes(String head, String mime) {
        assertThat(MediaType.of(bytes(head))).isEqualTo(mime);
    }

    @Test
    void bytesThatSayNothingAreJustBytes() {
        assertThat(MediaType.of(new byte[] {0, 1, 2, 3})).isEqualTo(MediaType.UNKNOWN);
        assertThat(MediaType.of(new byte[] {(byte) 0xC3, (byte) 0x28, 'a', 'b', 'c', 'd'}))
                .isEqualTo(MediaType.UNKNOWN);
    }

    @Test
    void wordsOfAnyScriptAreText() {
        assertThat(MediaType.of("你好，世界".getBytes(StandardCharsets.UTF_8))).isEqualTo(MediaType.TEXT);
    }
}
