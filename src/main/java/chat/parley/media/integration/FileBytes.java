package chat.parley.media.integration;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, read in pieces from wherever they lie. */
record FileBytes(FileChannel channel, long size) implements AutoCloseable {
    static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileBytes(channel, channel.size());
    }

    /** These bytes, the highest first. */
    ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        if (at < 0 || at > size - length) {
            throw new EOFException();
        }
        while (piece.hasRemaining()) {
            if (channel.read(piece, at + piece.position()) < 0) {
                throw new EOFException();
            }
        }
        return piece.flip();
    }

    /** These bytes, the lowest first. */
    ByteBuffer readLittle(long at, int length) throws IOException {
        return read(at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    String text(long at, int length) throws IOException {
        return new String(read(at, length).array(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
