package chat.parley.audit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One sign-in of one person, with its tokens. */
public final class Device {
    private static final String PASSWORD = "correct horse battery";
    private static final String COOKIE = "parley_refresh";

    private final String username;
    private String userId = "";
    private String accessToken = "";
    private String refreshToken = "";
    private Instant expiresAt = Instant.EPOCH;

    private Device(String username) {
        this.username = username;
    }

    /** Makes the account. */
    public static Device register(URI server, String username) {
        Device device = new Device(username);
        Map<String, String> body =
                Map.of("username", username, "email", username + "@example.com", "password", PASSWORD);
        device.accept(Http.send(server, "POST", "/api/register", body, Map.of()).join());
        return device;
    }

    /** Signs the same person in once more. */
    public Device another(URI server) {
        Device device = new Device(username);
        device.signIn(server).join();
        return device;
    }

    public String userId() {
        return userId;
    }

    public synchronized String accessToken() {
        return accessToken;
    }

    public Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + accessToken());
    }

    /** How long the access token is still good. */
    synchronized Duration remaining() {
        return Duration.between(Instant.now(), expiresAt);
    }

    CompletableFuture<Void> signIn(URI server) {
        return Http.send(server, "POST", "/api/login", Map.of("login", username, "password", PASSWORD), Map.of())
                .thenAccept(this::accept);
    }

    /** Exchanges the refresh token for new ones; false if the session has ended and one must sign in again. */
    CompletableFuture<Boolean> renew(URI server) {
        Map<String, String> cookie;
        synchronized (this) {
            cookie = Map.of("Cookie", COOKIE + "=" + refreshToken);
        }
        return Http.send(server, "POST", "/api/token", Map.of(), cookie).thenApply(answer -> {
            if (answer.status() == 401) {
                return false;
            }
            accept(answer);
            return true;
        });
    }

    private synchronized void accept(Http.Answer answer) {
        JsonNode body = answer.orFail();
        userId = body.get("user").get("id").asText();
        accessToken = body.get("accessToken").asText();
        expiresAt = Instant.parse(body.get("expiresAt").asText());
        refreshToken = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElse(refreshToken);
    }
}
