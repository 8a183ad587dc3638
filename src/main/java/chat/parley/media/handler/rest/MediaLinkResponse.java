package chat.parley.media.handler.rest;

import chat.parley.media.service.MediaLinkService.Signed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MediaLink", description = "An address that works without an access token, for whom it was made.")
record MediaLinkResponse(String url, Instant expiresAt) {
    static MediaLinkResponse from(Signed signed) {
        var link = signed.link();
        String url = "/api/media?id=" + link.id() + "&reader=" + link.reader() + "&expires="
                + link.expiresAt().getEpochSecond() + "&signature="
                + URLEncoder.encode(signed.signature(), StandardCharsets.UTF_8);
        return new MediaLinkResponse(url, link.expiresAt());
    }
}
