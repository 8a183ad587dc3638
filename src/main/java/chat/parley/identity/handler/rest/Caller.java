package chat.parley.identity.handler.rest;

import chat.parley.identity.model.Device;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** From where the request under way comes. */
@RequestScoped
class Caller {
    private final HttpServerRequest request;

    Caller(HttpServerRequest request) {
        this.request = request;
    }

    Device device() {
        var address = request.remoteAddress();
        return new Device(
                request.getHeader("User-Agent"), address == null ? "unknown" : String.valueOf(address.hostAddress()));
    }

    /** Also when a trusted proxy says that its client came over TLS. */
    boolean isSecure() {
        return "https".equals(request.scheme());
    }
}
