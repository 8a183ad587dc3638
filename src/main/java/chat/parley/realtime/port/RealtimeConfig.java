package chat.parley.realtime.port;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits of the socket. */
@ConfigMapping(prefix = "parley.realtime")
public interface RealtimeConfig {
    /** The server's heartbeat; a client is given up after more than two of them plus one second of silence. */
    Duration heartbeatInterval();

    /** How long a connection may stay without {@code session.open}. */
    Duration openTimeout();

    /** How long an open session outlives its access token, for {@code session.refresh} to arrive. */
    Duration expiryGrace();

    /** Largest inbound frame, in bytes of UTF-8. */
    int maxFrameBytes();

    /** Requests of one connection that are worked on at once. */
    int maxRequestsInFlight();

    /** Frames of one connection that may wait for their turn; more are refused. */
    int maxRequestsWaiting();

    int outboxMaxBytes();

    int outboxMaxEntries();

    /** The frame that breaks the protocol this often ends the connection. */
    int maxProtocolErrors();

    /** Frames that one connection may send in a second, lasting; twice as many at once. */
    int maxFramesPerSecond();

    /** For how long an account may open no session on this node after one of its connections was ended for flooding. */
    Duration floodPenalty();

    /** Who is let in. */
    Admission admission();

    /** How many connections there may be on this node. */
    interface Admission {
        int maxConnections();

        int maxConnectionsPerAddress();

        /** Of them, how many may still be without {@code session.open}. */
        int maxUnopened();

        int maxUnopenedPerAddress();
    }

    /** Time over which the clients of a stopping server are told to come back. */
    Duration drainSpread();

    /** Whether the kick packet of the Pitaya format carries {@code {}}: some JavaScript clients fail on an empty one. */
    boolean pitayaKickWithBody();
}
