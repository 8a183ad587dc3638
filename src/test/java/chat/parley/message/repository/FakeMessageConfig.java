package chat.parley.message.repository;

import chat.parley.message.port.MessageConfig;

/** The shipped limits, but for the queue's. */
record FakeMessageConfig(int queueMaxEntries) implements MessageConfig {
    @Override
    public int maxTextCodePoints() {
        return 8_000;
    }

    @Override
    public int batchMaxEntries() {
        return 256;
    }

    @Override
    public int syncMaxEntries() {
        return 500;
    }

    @Override
    public long recentMaxBytes() {
        return 1 << 20;
    }
}
