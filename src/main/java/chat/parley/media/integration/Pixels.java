package chat.parley.media.integration;

import chat.parley.media.model.Dimensions;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** What is done with decoded images. */
final class Pixels {
    private static final float JPEG_QUALITY = 0.9f;

    private Pixels() {}

    /** Turned and mirrored as EXIF orientation says, and in the colours that are meant where nothing is said: sRGB. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        boolean asItIs = orientation == JpegOrientation.UPRIGHT
                && (image.getColorModel().getColorSpace().isCS_sRGB()
                        || image.getColorModel().getColorSpace().getNumComponents() == 1);
        if (asItIs) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean turned = orientation >= 5;
        BufferedImage upright = blank(image, turned ? height : width, turned ? width : height);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, transform(orientation, width, height), null);
        graphics.dispose();
        return upright;
    }

    private static AffineTransform transform(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    /** A frame in its place. */
    static BufferedImage onCanvas(BufferedImage frame, Dimensions canvas, int left, int top) {
        if (frame.getWidth() == canvas.width() && frame.getHeight() == canvas.height()) {
            return frame;
        }
        BufferedImage whole = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(frame, left, top, null);
        graphics.dispose();
        return whole;
    }

    /** Halves until the last step is small: so every pixel counts. */
    static BufferedImage scaled(BufferedImage image, Dimensions size) {
        BufferedImage current = image;
        while (current.getWidth() >= size.width() * 2 && current.getHeight() >= size.height() * 2) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, size.width(), size.height());
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage target = blank(image, width, height);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        int type = like.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR;
        return new BufferedImage(width, height, type);
    }

    static void write(BufferedImage image, Path file, boolean png) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(png ? "png" : "jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!png) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
