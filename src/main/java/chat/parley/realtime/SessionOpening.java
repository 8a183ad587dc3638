package chat.parley.realtime;

/** A client's {@code session.open}, after its token was accepted. */
public interface SessionOpening {
    SocketSession session();

    /**
     * The request's body as the contributor's own type; fields it does not know are skipped.
     *
     * @throws chat.parley.shared.error.ParleyException {@code request.invalid} when the body does not fit
     */
    <T> T body(Class<T> type);
}
