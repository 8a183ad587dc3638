package chat.parley.realtime.port;

/** Writes what the server says as JSON. */
public interface BodyWriter {
    /** One JSON value in UTF-8. */
    byte[] write(Object body);
}
