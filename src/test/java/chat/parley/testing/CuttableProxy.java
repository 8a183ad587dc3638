package chat.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between a client and the server that a test can make fail. */
public final class CuttableProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final URI server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isDown;
    private volatile boolean isDeaf;

    private CuttableProxy(URI server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static CuttableProxy to(URI server) throws IOException {
        return new CuttableProxy(server);
    }

    public URI address() {
        return URI.create("http://localhost:" + listening.getLocalPort());
    }

    /** From here the server's bytes get lost, while the client's still arrive. */
    public void swallowAnswers() {
        isDeaf = true;
    }

    /** Breaks every connection and lets none through until {@link #repair}. */
    public void cut() {
        isDown = true;
        sockets.forEach(CuttableProxy::close);
    }

    public void repair() {
        isDeaf = false;
        isDown = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            Socket upstream = isDown ? null : new Socket(server.getHost(), server.getPort());
            if (upstream == null) {
                close(client);
                return;
            }
            sockets.add(upstream);
            Thread.ofVirtual().start(() -> pump(upstream, client, true));
            pump(client, upstream, false);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean isFromServer) {
        try (from;
                to) {
            InputStream bytes = from.getInputStream();
            byte[] buffer = new byte[8192];
            for (int length = bytes.read(buffer); length >= 0; length = bytes.read(buffer)) {
                if (!(isFromServer && isDeaf)) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // either end is gone, and with it the other
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
