package chat.parley.shared.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The web client routes by itself: a page address that is no file, such as {@code /rooms/1}, is answered with its start page. */
@ApplicationScoped
class WebClientRoute {
    /** After the files and before the last resort. */
    private static final int AFTER_STATIC_FILES = 100_000;

    private static final List<String> OF_THE_SERVER = List.of("/api", "/ws", "/q/", "/assets/", "/.well-known/");

    void register(@Observes Router router) {
        router.route().method(HttpMethod.GET).order(AFTER_STATIC_FILES).handler(WebClientRoute::startPage);
    }

    private static void startPage(RoutingContext context) {
        String path = context.normalizedPath();
        String accept = context.request().getHeader("Accept");
        boolean page = accept != null && accept.contains("text/html");
        if (!page || path.equals("/") || OF_THE_SERVER.stream().anyMatch(path::startsWith)) {
            context.next();
        } else {
            context.reroute("/");
        }
    }
}
