package chat.parley.media.integration;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How a camera was held, 1 to 8, from the EXIF part of a JPEG; the one thing of it that is needed. */
final class JpegOrientation {
    static final int UPRIGHT = 1;

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private JpegOrientation() {}

    static int of(Path jpeg) throws IOException {
        try (InputStream file = Files.newInputStream(jpeg);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
            in.readUnsignedShort();
            return search(in);
        } catch (EOFException e) {
            return UPRIGHT;
        }
    }

    private static int search(DataInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedShort();
            int kind = marker & 0xFF;
            if (marker >> 8 != 0xFF || kind == START_OF_SCAN) {
                return UPRIGHT;
            }
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                return UPRIGHT;
            }
            if (kind != EXIF_SEGMENT) {
                in.skipNBytes(length);
                continue;
            }
            byte[] segment = new byte[length];
            in.readFully(segment);
            if (length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                return inExif(ByteBuffer.wrap(segment, EXIF.length, length - EXIF.length)
                        .slice());
            }
        }
    }

    private static int inExif(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (entry > tiff.limit() - 12) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
