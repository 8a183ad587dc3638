package chat.parley.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Image files, good and bad. Each has another colour, so that no two are the same bytes. */
public final class TestImages {
    private TestImages() {}

    public static byte[] png(int width, int height) {
        return written(picture(width, height), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return written(picture(width, height), "jpeg");
    }

    public static byte[] gif(int width, int height) {
        return written(picture(width, height), "gif");
    }

    /** Left half red, right half blue. */
    public static byte[] redAndBlue(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return written(image, "jpeg");
    }

    /** The JPEG with EXIF data: an orientation, and a text that is nowhere else. */
    public static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        byte[] text = secret.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + text.length);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
        tiff.putInt(0).put(text);
        byte[] exif = join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff.array());
        byte[] head = ByteBuffer.allocate(4)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .array();
        return join(Arrays.copyOf(jpeg, 2), head, exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of a few kilobytes that claims, and has, this many white pixels. */
    public static byte[] bomb(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .put(new byte[4])
                        .array(),
                13);
        Deflater deflater = new Deflater(9);
        byte[] row = new byte[1 + (width + 7) / 8];
        byte[] out = new byte[65_536];
        for (int y = 0; y < height; y++) {
            deflater.setInput(row);
            for (int n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) {
                chunk(png, "IDAT", out, n);
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            chunk(png, "IDAT", out, deflater.deflate(out));
        }
        chunk(png, "IEND", new byte[0], 0);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        png.write(ByteBuffer.allocate(4).putInt(length).array());
        png.write(name);
        png.write(data, 0, length);
        png.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(ThreadLocalRandom.current().nextInt()));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(ThreadLocalRandom.current().nextInt()));
        graphics.fillRect(0, 0, width / 2, height / 3);
        graphics.dispose();
        for (int i = 0; i < 16; i++) {
            image.setRGB(
                    ThreadLocalRandom.current().nextInt(width),
                    ThreadLocalRandom.current().nextInt(height),
                    ThreadLocalRandom.current().nextInt());
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
