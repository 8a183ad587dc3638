package chat.parley.realtime.model;

import chat.parley.realtime.Push.Importance;

/**
 * A push whose body is written already: once, however many connections, wire formats and nodes it goes to.
 *
 * @param body one JSON object in UTF-8; not to be changed
 */
public record EncodedPush(String route, byte[] body, Importance importance) {}
