package chat.parley;

import io.smallrye.config.SmallRyeConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Looks whether Redis answers, with a few words of its protocol. */
final class RedisDoctor {
    private static final String PLACE = "redis";
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int PORT = 6379;

    private RedisDoctor() {}

    static Finding examine(SmallRyeConfig config) {
        String url = config.getOptionalValue("parley.redis.url", String.class).orElse(null);
        if (url == null) {
            return Finding.well(PLACE, "not needed by a single node");
        }
        try (Socket socket = connect(URI.create(url))) {
            return talk(socket, URI.create(url).getRawUserInfo());
        } catch (IOException | IllegalArgumentException e) {
            return Finding.doubtful(
                    PLACE,
                    "cannot be reached: " + e,
                    "see that it runs and that PARLEY_REDIS_URL is right; until then nodes do not hear each other");
        }
    }

    private static Socket connect(URI url) throws IOException {
        Socket plain = new Socket();
        plain.setSoTimeout(PATIENCE_MILLIS);
        plain.connect(new InetSocketAddress(url.getHost(), url.getPort() < 0 ? PORT : url.getPort()), PATIENCE_MILLIS);
        if (!"rediss".equals(url.getScheme())) {
            return plain;
        }
        SSLSocket secure = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, url.getHost(), plain.getPort(), true);
        secure.startHandshake();
        return secure;
    }

    private static Finding talk(Socket socket, @Nullable String userInfo) throws IOException {
        if (userInfo != null) {
            String[] login = URLDecoder.decode(userInfo, StandardCharsets.UTF_8).split(":", 2);
            String answer = login[0].isEmpty()
                    ? ask(socket, List.of("AUTH", login[1]))
                    : ask(socket, List.of("AUTH", login[0], login[1]));
            if (!answer.startsWith("+")) {
                return Finding.doubtful(PLACE, "refuses the sign-in: " + answer, "correct PARLEY_REDIS_URL");
            }
        }
        String answer = ask(socket, List.of("PING"));
        return answer.equals("+PONG")
                ? Finding.well(PLACE, "answers at " + socket.getRemoteSocketAddress())
                : Finding.doubtful(PLACE, "answers " + answer, "put user and password into PARLEY_REDIS_URL");
    }

    private static String ask(Socket socket, List<String> words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.size() + "\r\n");
        for (String word : words) {
            int bytes = word.getBytes(StandardCharsets.UTF_8).length;
            command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
        String line =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the connection was closed");
        }
        return line;
    }
}
