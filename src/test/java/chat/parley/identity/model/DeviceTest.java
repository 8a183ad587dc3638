package chat.parley.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {
    @Test
    void theAddressesOfOneIpv6SubscriberAreOneNetwork() {
        String home = network("2001:db8:1:2::1");
        assertThat(network("2001:db8:1:2:ffff::9")).isEqualTo(home);
        assertThat(network("2001:db8:1:3::1")).isNotEqualTo(home);
    }

    @Test
    void ipv4AddressesStandForThemselves() {
        assertThat(network("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(network("192.0.2.2"));
    }

    @Test
    void anOverlongUserAgentIsCut() {
        assertThat(new Device("x".repeat(1000), "192.0.2.1").userAgent()).hasSize(255);
    }

    private static String network(String address) {
        return new Device(null, address).network();
    }
}
