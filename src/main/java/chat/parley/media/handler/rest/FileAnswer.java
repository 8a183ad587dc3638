package chat.parley.media.handler.rest;

import chat.parley.media.model.Blob;
import chat.parley.media.model.ByteRange;
import chat.parley.media.model.ServingPolicy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with stored bytes: all, a stretch, or that the caller has them already. Never as part of a page. */
record FileAnswer(Blob blob, String mime, String fileName, String cacheControl) {
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** What the request asks for beside the file. */
    record Asked(
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch) {}

    Response answer(Asked asked, Function<ByteRange, InputStream> open) {
        if (matches(asked.ifNoneMatch())) {
            return inert(Response.notModified()).build();
        }
        boolean sameAsBefore = asked.ifRange() == null || asked.ifRange().equals(etag());
        try {
            Optional<ByteRange> range = ByteRange.parse(sameAsBefore ? asked.range() : null, blob.size());
            return content(range.orElse(new ByteRange(0, blob.size() - 1)), range.isPresent(), open);
        } catch (ByteRange.OutsideException e) {
            return inert(Response.status(RANGE_NOT_SATISFIABLE))
                    .header("Content-Range", "bytes */" + blob.size())
                    .build();
        }
    }

    private Response content(ByteRange range, boolean partial, Function<ByteRange, InputStream> open) {
        var answer = inert(Response.status(partial ? PARTIAL : 200))
                .entity(open.apply(range))
                .header(HttpHeaders.CONTENT_TYPE, ServingPolicy.contentType(mime))
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition());
        if (partial) {
            answer.header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), blob.size()));
        }
        return answer.build();
    }

    private ResponseBuilder inert(ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private String etag() {
        return '"' + blob.key().hex() + '"';
    }

    private boolean matches(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag()));
    }

    /** The name in RFC 6266's two forms. */
    private String disposition() {
        String kind = ServingPolicy.isShown(mime) ? "inline" : "attachment";
        StringBuilder plain = new StringBuilder();
        fileName.chars().forEach(c -> plain.append(c < 0x20 || c > 0x7E || c == '"' || c == '\\' ? '_' : (char) c));
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
