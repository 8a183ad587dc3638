package chat.parley.realtime.service;

import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.FrameBody;

/**
 * A client wants to speak as a user.
 *
 * @param requestId the request that the answer goes to
 * @param body the whole body, for the contributors to read their parts from
 */
public record OpenSession(Connection connection, long requestId, String token, FrameBody body) {}
