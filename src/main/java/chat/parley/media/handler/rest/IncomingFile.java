package chat.parley.media.handler.rest;

import chat.parley.media.MediaError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/**
 * The file of a form, written to the disk while it arrives. However the upload ends, closing this leaves nothing; the
 * framework's own way leaves what was cut off behind.
 */
final class IncomingFile implements MultipartParser.PartHandler, AutoCloseable {
    private static final String FIELD = "file";
    private static final int BUFFER = 65_536;

    private final Path path;
    private final FileChannel channel;
    private @Nullable String name;
    private boolean taking;

    private IncomingFile(Path folder) throws IOException {
        path = Files.createTempFile(Files.createDirectories(folder), "upload-", ".part");
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
    }

    /** Reads the form to its end. */
    static IncomingFile read(InputStream body, String boundary, Path folder, long limit) throws IOException {
        IncomingFile file = new IncomingFile(folder);
        try {
            file.take(body, boundary, limit);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void take(InputStream body, String boundary, long limit) throws IOException {
        var parser = MultipartParser.beginParse(this, boundary.getBytes(StandardCharsets.US_ASCII), "UTF-8");
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
            total += read;
            if (total > limit) {
                throw ParleyException.of(RequestError.TOO_LARGE);
            }
            parse(parser, ByteBuffer.wrap(buffer, 0, read));
        }
        if (!parser.isComplete()) {
            throw ParleyException.of(RequestError.MALFORMED, "The upload ended before it was complete.");
        }
        if (name == null) {
            throw ParleyException.onField(MediaError.NO_FILE, "/file", "is missing");
        }
    }

    /** A client that goes away is nothing that went wrong here. */
    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw ParleyException.of(RequestError.MALFORMED, "The upload ended before it was complete.");
        }
    }

    private static void parse(MultipartParser.ParseState parser, ByteBuffer bytes) throws IOException {
        try {
            parser.parse(bytes);
        } catch (MultipartParser.MalformedMessageException e) {
            throw ParleyException.of(RequestError.MALFORMED, "This is not a well-formed multipart form.");
        }
    }

    Path path() {
        return path;
    }

    /** What the client calls it. */
    String name() {
        return name == null ? "" : name;
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        String disposition = headers.getFirst("Content-Disposition");
        boolean isFile =
                disposition != null && FIELD.equals(HeaderUtil.extractQuotedValueFromHeader(disposition, "name"));
        taking = isFile && name == null;
        if (taking) {
            String given = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
            name = given == null ? "" : given;
        }
    }

    @Override
    public void data(ByteBuffer bytes) throws IOException {
        while (taking && bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void endPart() {
        taking = false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
