package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FrameBody;
import org.jspecify.annotations.Nullable;

/**
 * A client wants to speak as a user.
 *
 * @param requestId the request that the answer goes to; null if it comes as the push {@code session.opened}
 * @param body the whole body, for the contributors to read their parts from
 */
public record OpenSession(Connection connection, @Nullable Long requestId, String token, FrameBody body) {}
