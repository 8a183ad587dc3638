package chat.parley.realtime.model;

/**
 * One object as it goes over the wire; made once and shared by all connections that get it.
 *
 * @param bytes not to be changed
 */
public record EncodedFrame(byte[] bytes) {
    public int size() {
        return bytes.length;
    }
}
