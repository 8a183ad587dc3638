package chat.parley.media.integration;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The playing times of files that hold nothing but sound, in seconds; 0 where they are not told. */
final class SoundTime {
    private static final int MAX_CHUNKS = 1_000;
    private static final int OGG_HEAD = 27;
    private static final int LARGEST_OGG_PAGE = 65_307;
    private static final int OPUS_RATE = 48_000;

    private SoundTime() {}

    /** RIFF: the length of the data over the bytes for a second. */
    static double ofWav(FileBytes file) throws IOException {
        long perSecond = 0;
        long at = 12;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= file.size(); i++) {
            String name = file.text(at, 4);
            long length = Integer.toUnsignedLong(file.readLittle(at + 4, 4).getInt());
            if (name.equals("fmt ")) {
                perSecond = Integer.toUnsignedLong(file.readLittle(at + 16, 4).getInt());
            }
            if (name.equals("data")) {
                return perSecond == 0 ? 0 : (double) Math.min(length, file.size() - at - 8) / perSecond;
            }
            at += 8 + length + (length & 1);
        }
        return 0;
    }

    /** RFC 9639: 20 bits of rate and 36 bits of samples, in the block that comes first. */
    static double ofFlac(FileBytes file) throws IOException {
        ByteBuffer block = file.read(18, 8);
        long bits = block.getLong();
        long rate = bits >>> 44;
        long samples = bits & 0xF_FFFF_FFFFL;
        return rate == 0 ? 0 : (double) samples / rate;
    }

    /** RFC 3533: the position of the last page, in samples of Vorbis, or in those that RFC 7845 gives to Opus. */
    static double ofOgg(FileBytes file) throws IOException {
        int segments = Byte.toUnsignedInt(file.read(OGG_HEAD - 1, 1).get());
        int head = OGG_HEAD + segments;
        boolean opus = file.text(head, 8).equals("OpusHead");
        if (!opus && !file.text(head + 1, 6).equals("vorbis")) {
            return 0;
        }
        long rate = opus
                ? OPUS_RATE
                : Integer.toUnsignedLong(file.readLittle(head + 12, 4).getInt());
        long skipped = opus ? file.readLittle(head + 10, 2).getShort() & 0xFFFF : 0;
        return rate == 0 ? 0 : (double) (lastPosition(file) - skipped) / rate;
    }

    private static long lastPosition(FileBytes file) throws IOException {
        int length = (int) Math.min(file.size(), LARGEST_OGG_PAGE);
        long from = file.size() - length;
        int page = file.text(from, length).lastIndexOf("OggS");
        return page < 0 ? 0 : file.readLittle(from + page + 6, 8).getLong();
    }
}
