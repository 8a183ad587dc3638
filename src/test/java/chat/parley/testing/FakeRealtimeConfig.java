package chat.parley.testing;

import chat.parley.realtime.port.RealtimeConfig;
import java.time.Duration;

/** The shipped limits. */
public final class FakeRealtimeConfig implements RealtimeConfig {
    @Override
    public Duration heartbeatInterval() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration openTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration expiryGrace() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int maxFrameBytes() {
        return 65_536;
    }

    @Override
    public int maxRequestsInFlight() {
        return 20;
    }

    @Override
    public int maxRequestsWaiting() {
        return 256;
    }

    @Override
    public int outboxMaxBytes() {
        return 1_048_576;
    }

    @Override
    public int outboxMaxEntries() {
        return 1_000;
    }

    @Override
    public int maxProtocolErrors() {
        return 5;
    }

    @Override
    public int maxFramesPerSecond() {
        return 200;
    }

    @Override
    public Duration floodPenalty() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Admission admission() {
        return new Admission() {
            @Override
            public int maxConnections() {
                return 100_000;
            }

            @Override
            public int maxConnectionsPerAddress() {
                return 2_000;
            }

            @Override
            public int maxUnopened() {
                return 10_000;
            }

            @Override
            public int maxUnopenedPerAddress() {
                return 500;
            }
        };
    }

    @Override
    public Duration drainSpread() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean pitayaKickWithBody() {
        return false;
    }
}
