package chat.parley.realtime.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Frames that were written down as hexadecimal digits. */
final class Hex {
    private Hex() {}

    /** One of the files beside this test's others, such as {@code 04-request}. */
    static byte[] golden(String name) {
        try (InputStream file = Hex.class.getResourceAsStream("/pitaya/" + name + ".hex")) {
            return bytes(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }
}
