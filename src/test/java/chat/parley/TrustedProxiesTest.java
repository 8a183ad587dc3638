package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.parley.embedded.StartFailure;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    @Test
    void addressesBecomeNetworksOfOne() {
        assertThat(TrustedProxies.asNetworks("127.0.0.1, ::1,2001:db8::7"))
                .isEqualTo("127.0.0.1/32,::1/128,2001:db8::7/128");
    }

    @Test
    void networksStay() {
        assertThat(TrustedProxies.asNetworks("10.0.0.0/8,2001:db8::/32,")).isEqualTo("10.0.0.0/8,2001:db8::/32");
    }

    @Test
    void namesAreRefusedBecauseEveryRequestWouldLookThemUp() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> TrustedProxies.asNetworks("127.0.0.1,proxy.example.org"))
                .withMessageContaining("\"proxy.example.org\" is neither an address");
    }
}
