package chat.parley.media.integration;

import chat.parley.media.model.Dimensions;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a GIF again block by block, with its frames, their timing and how often they repeat, and nothing else: no
 * comments, no application data, nothing behind its end. An animation stays one without being decoded.
 */
final class GifRewriter {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int MAX_FRAMES = 5_000;

    private final DataInputStream in;
    private final OutputStream out;
    private int frames;
    private int left;
    private int top;

    private GifRewriter(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** What was found: the canvas, and where the first frame lies on it. */
    record Facts(Dimensions canvas, int frames, int left, int top) {}

    /** Only the canvas, from the first bytes. */
    static Dimensions canvas(Path gif) throws IOException {
        try (InputStream file = Files.newInputStream(gif)) {
            byte[] head = file.readNBytes(10);
            if (head.length < 10) {
                throw new EOFException();
            }
            return new Dimensions(word(head, 6), word(head, 8));
        }
    }

    static Facts rewrite(Path gif, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(gif)));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            return new GifRewriter(in, out).rewrite();
        }
    }

    private Facts rewrite() throws IOException {
        byte[] head = in.readNBytes(13);
        if (head.length < 13) {
            throw new EOFException();
        }
        head[4] = '9';
        out.write(head);
        copyColours(head[10]);
        Dimensions canvas = new Dimensions(word(head, 6), word(head, 8));
        while (block(canvas)) {
            // Until the end.
        }
        if (frames == 0) {
            throw new IOException("a GIF without a frame");
        }
        out.write(TRAILER);
        return new Facts(canvas, frames, left, top);
    }

    private boolean block(Dimensions canvas) throws IOException {
        int kind = in.read();
        switch (kind) {
            case EXTENSION -> extension();
            case IMAGE -> image(canvas);
            // Some writers forget the trailer; between two blocks nothing is lost by that.
            case TRAILER, -1 -> {
                return false;
            }
            default -> throw new IOException("not a block of a GIF: " + kind);
        }
        return true;
    }

    private void extension() throws IOException {
        int label = in.readUnsignedByte();
        byte[] first = subBlock();
        boolean kept = label == GRAPHIC_CONTROL && first.length == 4 || label == APPLICATION && isLoop(first);
        if (kept) {
            out.write(EXTENSION);
            out.write(label);
            write(first);
        }
        int most = label == APPLICATION ? 3 : 0;
        for (byte[] next = subBlockUnlessEnd(first); next.length > 0; next = subBlock()) {
            if (kept && most > 0 && next.length == most) {
                write(next);
                most = 0;
            }
        }
        if (kept) {
            out.write(0);
        }
    }

    private byte[] subBlockUnlessEnd(byte[] before) throws IOException {
        return before.length == 0 ? before : subBlock();
    }

    private static boolean isLoop(byte[] name) {
        String text = new String(name, StandardCharsets.ISO_8859_1);
        return text.equals("NETSCAPE2.0") || text.equals("ANIMEXTS1.0");
    }

    private void image(Dimensions canvas) throws IOException {
        byte[] place = in.readNBytes(9);
        if (place.length < 9) {
            throw new EOFException();
        }
        if (++frames > MAX_FRAMES
                || word(place, 0) + word(place, 4) > canvas.width()
                || word(place, 2) + word(place, 6) > canvas.height()) {
            throw new IOException("a frame outside of the canvas, or too many of them");
        }
        if (frames == 1) {
            left = word(place, 0);
            top = word(place, 2);
        }
        out.write(IMAGE);
        out.write(place);
        copyColours(place[8]);
        out.write(in.readUnsignedByte());
        for (byte[] data = subBlock(); data.length > 0; data = subBlock()) {
            write(data);
        }
        out.write(0);
    }

    private void copyColours(byte flags) throws IOException {
        if ((flags & 0x80) != 0) {
            int length = 3 << ((flags & 0x07) + 1);
            byte[] colours = in.readNBytes(length);
            if (colours.length < length) {
                throw new EOFException();
            }
            out.write(colours);
        }
    }

    private byte[] subBlock() throws IOException {
        byte[] block = new byte[in.readUnsignedByte()];
        in.readFully(block);
        return block;
    }

    private void write(byte[] block) throws IOException {
        out.write(block.length);
        out.write(block);
    }

    private static int word(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
    }
}
