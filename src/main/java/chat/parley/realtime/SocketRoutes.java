package chat.parley.realtime;

import java.util.concurrent.CompletionStage;

/**
 * Where features hang their routes. Frames of one connection reach the handlers one after the other, in the order they
 * came, each on a virtual thread: blocking is fine. Bodies are checked with Bean Validation before the handler sees
 * them; a {@link chat.parley.shared.error.ParleyException} becomes an error response.
 */
public interface SocketRoutes {
    /** A route whose answer is ready when the handler returns. */
    <P> void request(String route, Class<P> payload, Request<P> handler);

    /** A route that answers later; the connection's next frame is handled meanwhile. */
    <P> void asyncRequest(String route, Class<P> payload, AsyncRequest<P> handler);

    /** A route that may also be called without an id and then is not answered. */
    <P> void requestOrNotify(String route, Class<P> payload, Request<P> handler);

    /** A route that has no answer; a client that gives an id all the same gets an empty one, if its format allows. */
    <P> void notify(String route, Class<P> payload, Notify<P> handler);

    @FunctionalInterface
    interface Request<P> {
        Object handle(SocketSession session, P payload);
    }

    @FunctionalInterface
    interface AsyncRequest<P> {
        CompletionStage<?> handle(SocketSession session, P payload);
    }

    @FunctionalInterface
    interface Notify<P> {
        void handle(SocketSession session, P payload);
    }
}
