package chat.parley.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The smallest shared library (ELF, x86-64) that lets mysqld load where libaio or libnuma is missing: many systems
 * come without them, some have them under another name, and installing them takes root. Every function answers -1,
 * which mysqld reads as "this machine has no memory nodes"; it is told elsewhere not to use asynchronous I/O.
 */
final class StandInLibrary {
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int CODE = HEADER + 3 * PROGRAM_HEADER;
    private static final byte[] RETURN_MINUS_ONE = {0x48, (byte) 0xC7, (byte) 0xC0, -1, -1, -1, -1, (byte) 0xC3};
    private static final int DYNAMIC_ENTRIES = 10;

    private final ByteBuffer out = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final String file;
    private final List<String> versions;
    private final List<String> functions;

    private StandInLibrary(String file, List<String> versions, List<String> functions) {
        this.file = file;
        this.versions = versions;
        this.functions = functions;
    }

    static void writeAll(Path folder) throws IOException {
        aio().write(folder);
        numa().write(folder);
    }

    private static StandInLibrary aio() {
        return new StandInLibrary(
                "libaio.so.1", List.of("LIBAIO_0.1", "LIBAIO_0.4"), List.of("io_getevents", "io_setup", "io_submit"));
    }

    private static StandInLibrary numa() {
        return new StandInLibrary(
                "libnuma.so.1",
                List.of("libnuma_1.1", "libnuma_1.2"),
                List.of(
                        "mbind",
                        "numa_all_nodes_ptr",
                        "numa_alloc_local",
                        "numa_alloc_onnode",
                        "numa_available",
                        "numa_free",
                        "numa_node_of_cpu",
                        "numa_num_configured_cpus",
                        "set_mempolicy"));
    }

    private void write(Path folder) throws IOException {
        Files.write(folder.resolve(file), bytes());
    }

    private byte[] bytes() {
        strings.write(0);
        out.position(CODE).put(RETURN_MINUS_ONE);
        int symbols = symbolTable();
        int hash = hashTable();
        int symbolVersions = symbolVersions();
        int versionTable = versionTable();
        int soname = string(file);
        int stringTable = align();
        out.put(strings.toByteArray());
        int dynamic = align();
        entry(14, soname);
        entry(4, hash);
        entry(5, stringTable);
        entry(10, strings.size());
        entry(6, symbols);
        entry(11, 24);
        entry(0x6ffffff0, symbolVersions);
        entry(0x6ffffffc, versionTable);
        entry(0x6ffffffd, versions.size());
        entry(0, 0);
        int size = out.position();
        headers(dynamic, size);
        return Arrays.copyOf(out.array(), size);
    }

    private void headers(int dynamic, int size) {
        out.position(0);
        out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.putShort((short) 3).putShort((short) 62).putInt(1); // a shared object for x86-64
        out.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        out.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        segment(1, 5, 0, size); // everything, readable and executable
        segment(2, 4, dynamic, 16 * DYNAMIC_ENTRIES);
        segment(0x6474e551, 6, 0, 0); // the stack is not to be executable
    }

    private void segment(int type, int flags, int offset, int size) {
        out.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        out.putLong(size).putLong(size).putLong(type == 1 ? 4096 : 8);
    }

    private int symbolTable() {
        int start = align();
        out.position(start + 24);
        for (String function : functions) {
            out.putInt(string(function)).put((byte) 0x12).put((byte) 0).putShort((short) 1);
            out.putLong(CODE).putLong(RETURN_MINUS_ONE.length);
        }
        return start;
    }

    // A single bucket, whose chain runs through all the symbols.
    private int hashTable() {
        int start = align();
        int symbols = functions.size() + 1;
        out.putInt(1).putInt(symbols).putInt(1).putInt(0);
        for (int symbol = 1; symbol < symbols; symbol++) {
            out.putInt((symbol + 1) % symbols);
        }
        return start;
    }

    // Version 1 is "any": a symbol of it satisfies whichever version is asked for.
    private int symbolVersions() {
        int start = align();
        out.putShort((short) 0);
        functions.forEach(_ -> out.putShort((short) 1));
        return start;
    }

    private int versionTable() {
        int start = align();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i);
            out.putShort((short) 1)
                    .putShort((short) 0)
                    .putShort((short) (i + 2))
                    .putShort((short) 1);
            out.putInt(elfHash(version)).putInt(20).putInt(i + 1 < versions.size() ? 28 : 0);
            out.putInt(string(version)).putInt(0);
        }
        return start;
    }

    private static int elfHash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash << 4) + name.charAt(i);
            hash = (hash ^ ((hash & 0xf0000000) >>> 24)) & 0x0fffffff;
        }
        return hash;
    }

    private void entry(long tag, long value) {
        out.putLong(tag).putLong(value);
    }

    private int string(String text) {
        int offset = strings.size();
        strings.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
        return offset;
    }

    private int align() {
        return out.position((out.position() + 7) & -8).position();
    }
}
