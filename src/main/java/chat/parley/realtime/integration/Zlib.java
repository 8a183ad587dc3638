package chat.parley.realtime.integration;

import chat.parley.realtime.model.CloseCode;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The compression of Pitaya's clients (RFC 1950). The server itself never compresses: browsers' clients cannot read it. */
final class Zlib {
    private static final int STEP_BYTES = 4096;

    private Zlib() {}

    /**
     * Unfolds what a client compressed.
     *
     * @throws UnreadableException if it is broken, or unfolds to more than the limit; no more than that is ever made
     */
    static byte[] inflate(byte[] compressed, int maxBytes) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            ByteArrayOutputStream inflated = new ByteArrayOutputStream(compressed.length * 2);
            byte[] step = new byte[STEP_BYTES];
            while (!inflater.finished()) {
                int length = inflater.inflate(step);
                if (length == 0 && !inflater.finished()) {
                    throw new UnreadableException("the compressed payload ends too early");
                }
                inflated.write(step, 0, length);
                if (inflated.size() > maxBytes) {
                    throw new UnreadableException(CloseCode.FRAME_TOO_LARGE, "the payload unfolds to too much");
                }
            }
            return inflated.toByteArray();
        } catch (DataFormatException e) {
            throw new UnreadableException("the compressed payload is broken");
        }
    }
}
