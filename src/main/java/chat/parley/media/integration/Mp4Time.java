package chat.parley.media.integration;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The playing time in the header of a film ({@code moov/mvhd} of ISO/IEC 14496-12). */
final class Mp4Time {
    private static final int MAX_BOXES = 1_000;
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int LONG_TIMES_AT = 20;

    private Mp4Time() {}

    /** In seconds; 0 where it is not told. */
    static double of(FileBytes file) throws IOException {
        long[] film = find(file, "moov", 0, file.size());
        long[] header = film.length == 0 ? film : find(file, "mvhd", film[0], film[1]);
        if (header.length == 0) {
            return 0;
        }
        boolean wide = file.read(header[0], 1).get() == 1;
        ByteBuffer times = file.read(header[0] + (wide ? LONG_TIMES_AT : 12), wide ? 12 : 8);
        double perSecond = Integer.toUnsignedLong(times.getInt());
        double units = wide ? times.getLong() : Integer.toUnsignedLong(times.getInt());
        return perSecond == 0 ? 0 : units / perSecond;
    }

    /** Where the box's content begins and ends; empty if there is no such box. */
    private static long[] find(FileBytes file, String name, long from, long end) throws IOException {
        long at = from;
        for (int i = 0; i < MAX_BOXES && at + HEAD <= end; i++) {
            long length = Integer.toUnsignedLong(file.read(at, 4).getInt());
            int head = length == 1 ? LONG_HEAD : HEAD;
            length = length == 1 ? file.read(at + HEAD, 8).getLong() : length == 0 ? end - at : length;
            if (length < head || length > end - at) {
                return new long[0];
            }
            if (file.text(at + 4, 4).equals(name)) {
                return new long[] {at + head, at + length};
            }
            at += length;
        }
        return new long[0];
    }
}
