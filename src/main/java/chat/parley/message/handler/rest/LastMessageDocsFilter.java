package chat.parley.message.handler.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** A room shows its last message in the message's own shape, which the room feature, standing below, cannot name. */
@OpenApiFilter(RunStage.BUILD)
public class LastMessageDocsFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        var room = Objects.requireNonNull(api.getComponents().getSchemas().get("RoomView"));
        room.addProperty("lastMessage", OASFactory.createSchema().ref("#/components/schemas/Message"));
    }
}
