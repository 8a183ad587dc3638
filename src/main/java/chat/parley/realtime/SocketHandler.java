package chat.parley.realtime;

/** A feature's routes on the socket. Every bean of this type is asked once, at start. */
public interface SocketHandler {
    void register(SocketRoutes routes);
}
