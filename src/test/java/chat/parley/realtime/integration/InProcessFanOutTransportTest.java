package chat.parley.realtime.integration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.realtime.integration.InProcessFanOutTransport.Hub;
import chat.parley.realtime.port.FanOutTransport;
import chat.parley.realtime.port.FanOutTransportContract;
import org.junit.jupiter.api.Test;

class InProcessFanOutTransportTest implements FanOutTransportContract {
    private final Hub hub = new Hub();

    @Override
    public FanOutTransport node() {
        return new InProcessFanOutTransport(hub);
    }

    @Test
    void aloneItHasNobodyToWriteFor() {
        Heard alone = new Heard(node());
        assertThat(alone.node.hasPeers()).isFalse();
        new Heard(node());
        assertThat(alone.node.hasPeers()).isTrue();
    }
}
