package chat.parley.realtime.handler.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the contract of the WebSocket, as OpenAPI is served for REST. */
@Path("asyncapi")
@RunOnVirtualThread
public class AsyncApiResource {
    private static final String DOCUMENT = "/asyncapi.yaml";

    @GET
    @Produces("application/yaml;charset=UTF-8")
    @Operation(hidden = true)
    public String document() {
        try (InputStream file = AsyncApiResource.class.getResourceAsStream(DOCUMENT)) {
            if (file == null) {
                throw new IllegalStateException(DOCUMENT + " was not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
