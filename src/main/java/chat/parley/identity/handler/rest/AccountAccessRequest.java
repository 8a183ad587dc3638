package chat.parley.identity.handler.rest;

import chat.parley.identity.UserId;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose account. */
@Schema(name = "AccountAccessRequest", description = "Names the account.")
public record AccountAccessRequest(@NotNull UserId userId) {}
