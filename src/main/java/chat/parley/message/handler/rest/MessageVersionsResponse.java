package chat.parley.message.handler.rest;

import chat.parley.message.model.MessageVersion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MessageVersions", description = "What a message said before, the latest first.")
record MessageVersionsResponse(List<MessageVersion> versions) {}
