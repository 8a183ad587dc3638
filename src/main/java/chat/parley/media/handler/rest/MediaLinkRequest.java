package chat.parley.media.handler.rest;

import chat.parley.media.MediaId;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MediaLinkRequest")
record MediaLinkRequest(@NotNull MediaId id) {}
