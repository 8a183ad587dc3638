package chat.parley.shared.web.body;

import chat.parley.shared.web.HttpConfig;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Stops reading a body that does not announce its length where it becomes too large, while an answer can still be given:
 * the transport would only cut the connection. Whoever reads an upload counts for themselves.
 */
@Provider
public class BodyLimitInterceptor implements ReaderInterceptor {
    // It is made before the settings can be read.
    private final jakarta.inject.Provider<HttpConfig> config;

    BodyLimitInterceptor(jakarta.inject.Provider<HttpConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        MediaType type = context.getMediaType();
        if (type == null || !type.getType().equals("multipart")) {
            context.setInputStream(
                    new LimitedStream(context.getInputStream(), config.get().maxBodyBytes()));
        }
        return context.proceed();
    }
}
