package chat.parley.message.port;

import io.smallrye.config.ConfigMapping;

/** Limits of the room log. */
@ConfigMapping(prefix = "parley.message")
public interface MessageConfig {
    /** Longest text, in Unicode code points. */
    int maxTextCodePoints();

    /** Most messages that one transaction commits. */
    int batchMaxEntries();

    /** Most messages that wait for the writer; more are refused as unavailable. */
    int queueMaxEntries();

    /** Most changes one catch-up answers; a client that missed more starts the room over. */
    int syncMaxEntries();

    /** Roughly how much memory the newest entries of active rooms may take. */
    long recentMaxBytes();
}
