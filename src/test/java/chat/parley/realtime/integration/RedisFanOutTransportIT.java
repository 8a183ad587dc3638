package chat.parley.realtime.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.realtime.Topic;
import chat.parley.realtime.port.FanOutTransport;
import chat.parley.realtime.port.FanOutTransportContract;
import chat.parley.realtime.port.RedisConfig;
import chat.parley.testing.TestRedis;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisFanOutTransportIT implements FanOutTransportContract {
    private static final Topic ROOM = new Topic("room", 7);
    private static Vertx vertx;
    private static TestRedis redis;

    private final List<FanOutTransport> nodes = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        redis = TestRedis.started();
    }

    @AfterAll
    static void end() throws InterruptedException {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        nodes.forEach(FanOutTransport::stop);
    }

    @Override
    public FanOutTransport node() {
        return node(redis.url());
    }

    private FanOutTransport node(String url) {
        FanOutTransport node = FanOutTransportProducer.redis(url, new Config(url), vertx);
        nodes.add(node);
        return node;
    }

    @Test
    void afterARestartOfRedisTopicsArriveAgain() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        there.node.serve(ROOM).toCompletableFuture().get(10, TimeUnit.SECONDS);

        redis.kill();
        await().until(() -> !here.node.isUp() && !there.node.isUp());
        assertThat(there.node.serve(new Topic("room", 8)).toCompletableFuture()).failsWithin(Duration.ofSeconds(5));
        here.node.publish(ROOM, "lost".getBytes(StandardCharsets.UTF_8));
        redis.restart();
        await().until(() -> here.node.isUp() && there.node.isUp());

        here.node.publish(ROOM, "after".getBytes(StandardCharsets.UTF_8));
        here.node.publish(new Topic("room", 8), "asked for meanwhile".getBytes(StandardCharsets.UTF_8));
        await().until(() -> there.messages.size() == 2);
        assertThat(there.messages).containsExactly("after", "asked for meanwhile");
        assertThat(there.ups).hasValue(2);
        assertThat(there.troubles).hasSize(1);
    }

    @Test
    void aRedisThatHangsIsGivenUpAndComesBack() throws Exception {
        Heard here = new Heard(node());
        redis.pause();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !here.node.isUp());
            assertThat(here.troubles).containsExactly("it does not answer");
        } finally {
            redis.resume();
        }
        await().atMost(Duration.ofSeconds(10)).until(here.node::isUp);
    }

    @Test
    void killedConnectionsAreNoticedAndDialledAgain() throws Exception {
        Heard here = new Heard(node());
        Heard there = new Heard(node());
        there.node.serve(ROOM).toCompletableFuture().get(10, TimeUnit.SECONDS);

        ask("CLIENT KILL TYPE pubsub");

        await().until(() -> there.ups.get() == 2 && here.ups.get() == 2 && here.node.isUp() && there.node.isUp());
        here.node.publish(ROOM, "after".getBytes(StandardCharsets.UTF_8));
        await().until(() -> there.messages.contains("after"));
        // the two connections of each node, this one, and none that was left behind
        await().untilAsserted(() -> assertThat(ask("CLIENT LIST").lines().filter(line -> line.contains("addr=")))
                .hasSize(5));
    }

    @Test
    void aRedisThatAsksForAPasswordIsToldPlainly() throws Exception {
        Heard right = null;
        ask("CONFIG SET requirepass secret");
        try {
            FanOutTransport without = node();
            List<String> troubles = new ArrayList<>();
            without.start(new Troubles(troubles));
            await().until(() -> !troubles.isEmpty());
            assertThat(troubles.getFirst()).contains("NOAUTH");
            assertThat(without.isUp()).isFalse();

            right = new Heard(node(redis.url().replace("redis://", "redis://:secret@")));
            assertThat(right.node.isUp()).isTrue();
        } finally {
            ask("AUTH secret\r\nCONFIG SET requirepass \"\"");
        }
    }

    @Test
    void whereNobodyListensTheNodeSaysSoAndGoesOnTrying() {
        FanOutTransport lost = node("redis://127.0.0.1:1");
        List<String> troubles = new ArrayList<>();
        lost.start(new Troubles(troubles));
        await().until(() -> !troubles.isEmpty());
        assertThat(troubles.getFirst()).containsIgnoringCase("refused");
        assertThat(lost.serve(ROOM).toCompletableFuture()).failsWithin(Duration.ofSeconds(5));
    }

    private record Troubles(List<String> told) implements FanOutTransport.Listener {
        @Override
        public void received(byte[] message) {}

        @Override
        public void up() {}

        @Override
        public void down(String reason) {
            told.add(reason);
        }
    }

    private record Config(String address) implements RedisConfig {
        @Override
        public Optional<String> url() {
            return Optional.of(address);
        }

        @Override
        public String prefix() {
            return "test";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    }

    private static String ask(String commands) throws IOException {
        URI url = URI.create(redis.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write((commands + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
