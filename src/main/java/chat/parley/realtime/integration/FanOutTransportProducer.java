package chat.parley.realtime.integration;

import chat.parley.realtime.integration.InProcessFanOutTransport.Hub;
import chat.parley.realtime.port.FanOutTransport;
import chat.parley.realtime.port.RedisConfig;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One setting decides whether there are other nodes. */
@ApplicationScoped
class FanOutTransportProducer {
    @Produces
    @Singleton
    FanOutTransport transport(RedisConfig config, Vertx vertx) {
        return config.url()
                .<FanOutTransport>map(url -> redis(url, config, vertx))
                .orElseGet(() -> new InProcessFanOutTransport(new Hub()));
    }

    static FanOutTransport redis(String url, RedisConfig config, Vertx vertx) {
        return new RedisFanOutTransport(vertx, options(url, config), config.prefix(), config.timeout());
    }

    private static RedisOptions options(String url, RedisConfig config) {
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        if (url.startsWith("rediss:")) {
            net.setHostnameVerificationAlgorithm("HTTPS");
        }
        return new RedisOptions()
                .setConnectionString(url)
                .setNetClientOptions(net)
                .setMaxWaitingHandlers(RedisLink.MAX_UNANSWERED)
                .setMaxPoolSize(2)
                .setPoolRecycleTimeout(-1)
                .setPoolCleanerInterval(-1);
    }
}
