package chat.parley.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files that are small outside and large inside, or not what they seem. */
public final class HostileFiles {
    private static final int PNG_HEAD = 33;
    private static final int WEBP_SIZE_AT = 21;

    private HostileFiles() {}

    /** One transparent pixel. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** The same, which says of itself that it has 16,384 pixels on each side. */
    public static byte[] hugeWebp() {
        byte[] webp = webp();
        // 14 bits of width and of height, each less one.
        Arrays.fill(webp, WEBP_SIZE_AT, WEBP_SIZE_AT + 3, (byte) 0xFF);
        webp[WEBP_SIZE_AT + 3] |= 0x0F;
        return webp;
    }

    /** An animation, with words behind its end. */
    public static byte[] animation(int frames, String hidden) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(frame(i), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        bytes.writeBytes(hidden.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static BufferedImage frame(int number) {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(number * 10, 0, 10, 40);
        graphics.dispose();
        return image;
    }

    /** The PNG with a comment that unpacks to this many letters. */
    public static byte[] withPackedText(byte[] png, int length) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
            letters(packed, length);
        }
        byte[] chunk = TestImages.join("zTXt".getBytes(StandardCharsets.US_ASCII), data.toByteArray());
        CRC32 crc = new CRC32();
        crc.update(chunk);
        return TestImages.join(
                Arrays.copyOf(png, PNG_HEAD),
                ByteBuffer.allocate(4).putInt(data.size()).array(),
                chunk,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array(),
                Arrays.copyOfRange(png, PNG_HEAD, png.length));
    }

    /** A zip file that unpacks to this many letters. */
    public static byte[] zip(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            letters(zip, length);
        }
        return bytes.toByteArray();
    }

    private static void letters(OutputStream out, int length) throws IOException {
        byte[] letters = new byte[65_536];
        Arrays.fill(letters, (byte) 'a');
        for (int left = length; left > 0; left -= letters.length) {
            out.write(letters, 0, Math.min(left, letters.length));
        }
    }
}
