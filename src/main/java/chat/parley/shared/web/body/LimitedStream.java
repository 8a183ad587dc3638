package chat.parley.shared.web.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than this. */
final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        take(value >= 0 ? 1 : 0);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        take(read);
        return read;
    }

    private void take(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new BodyTooLargeException();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
