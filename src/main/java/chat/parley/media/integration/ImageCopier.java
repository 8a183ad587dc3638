package chat.parley.media.integration;

import chat.parley.media.MediaError;
import chat.parley.media.model.Dimensions;
import chat.parley.media.model.MediaType;
import chat.parley.media.model.Prepared;
import chat.parley.shared.error.ParleyException;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Makes one image anew: its pixels, upright, and a thumbnail. What does not fit is refused before it is decoded. */
final class ImageCopier {
    private static final int MAX_SIDE = 30_000;
    private static final int BYTES_PER_PIXEL = 4;

    private final long maxPixels;
    private final int thumbnailSize;

    static {
        // Nothing is ever drawn on a screen, and nothing is buffered in files of the coders' own.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    ImageCopier(long maxPixels, int thumbnailSize) {
        this.maxPixels = maxPixels;
        this.thumbnailSize = thumbnailSize;
    }

    Prepared copy(Path upload, String mime, Path folder) throws IOException {
        return mime.equals(MediaType.GIF) ? copyGif(upload, folder) : copyStill(upload, mime, folder);
    }

    private Prepared copyStill(Path upload, String mime, Path folder) throws IOException {
        int orientation = mime.equals(MediaType.JPEG) ? JpegOrientation.of(upload) : JpegOrientation.UPRIGHT;
        BufferedImage image = Pixels.upright(read(upload, mime), orientation);
        boolean png = mime.equals(MediaType.PNG) || image.getColorModel().hasAlpha();
        Path content = folder.resolve("content");
        Pixels.write(image, content, png);
        Dimensions dimensions = new Dimensions(image.getWidth(), image.getHeight());
        Dimensions small = dimensions.within(thumbnailSize);
        Path thumbnail = small.equals(dimensions) ? null : thumbnail(image, small, folder, png);
        return new Prepared(content, png ? MediaType.PNG : MediaType.JPEG, dimensions, thumbnail);
    }

    private Prepared copyGif(Path upload, Path folder) throws IOException {
        check(GifRewriter.canvas(upload), BYTES_PER_PIXEL);
        Path content = folder.resolve("content");
        GifRewriter.Facts facts = GifRewriter.rewrite(upload, content);
        BufferedImage first = read(content, MediaType.GIF);
        BufferedImage canvas = Pixels.onCanvas(first, facts.canvas(), facts.left(), facts.top());
        Dimensions small = facts.canvas().within(thumbnailSize);
        boolean still = facts.frames() == 1 && small.equals(facts.canvas());
        Path thumbnail = still ? null : thumbnail(canvas, small, folder, true);
        return new Prepared(content, MediaType.GIF, facts.canvas(), thumbnail);
    }

    private static Path thumbnail(BufferedImage image, Dimensions size, Path folder, boolean png) throws IOException {
        Path thumbnail = folder.resolve("thumbnail");
        Pixels.write(Pixels.scaled(image, size), thumbnail, png);
        return thumbnail;
    }

    private BufferedImage read(Path file, String mime) throws IOException {
        ImageReader reader = reader(mime);
        boolean[] cut = {false};
        reader.addIIOReadWarningListener(
                (source, warning) -> cut[0] |= warning.contains("remature") || warning.contains("runcated"));
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            check(new Dimensions(reader.getWidth(0), reader.getHeight(0)), bytesPerPixel(reader));
            BufferedImage image = reader.read(0);
            if (image == null || cut[0]) {
                throw new IIOException("the image is incomplete");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private void check(Dimensions size, int bytesPerPixel) throws IIOException {
        if (size.width() <= 0 || size.height() <= 0) {
            throw new IIOException("an image without pixels");
        }
        boolean tooLarge = size.width() > MAX_SIDE
                || size.height() > MAX_SIDE
                || size.pixels() * bytesPerPixel > maxPixels * BYTES_PER_PIXEL;
        if (tooLarge) {
            throw ParleyException.of(
                    MediaError.IMAGE_TOO_LARGE,
                    "The image has %d x %d pixels; this server takes up to %d million."
                            .formatted(size.width(), size.height(), maxPixels / 1_000_000));
        }
    }

    private static int bytesPerPixel(ImageReader reader) {
        ImageTypeSpecifier type = firstType(reader);
        return type == null
                ? BYTES_PER_PIXEL
                : Math.max(BYTES_PER_PIXEL, type.getColorModel().getPixelSize() / 8);
    }

    private static @Nullable ImageTypeSpecifier firstType(ImageReader reader) {
        try {
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            return types.hasNext() ? types.next() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static ImageReader reader(String mime) throws IOException {
        return switch (mime) {
            case MediaType.JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case MediaType.PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case MediaType.GIF -> ImageIO.getImageReadersByFormatName("gif").next();
            // Named, because a class loader that does not see services would not find it.
            default -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }
}
