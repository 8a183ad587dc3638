package chat.parley.realtime.model;

/** The body of a client's frame, not yet of any type. */
public interface FrameBody {
    /**
     * Reads the body as a payload; fields the type does not know are skipped.
     *
     * @throws chat.parley.shared.error.ParleyException {@code request.invalid}, naming the field that does not fit
     */
    <T> T as(Class<T> type);
}
