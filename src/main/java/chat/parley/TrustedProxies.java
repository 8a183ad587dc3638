package chat.parley;

import chat.parley.embedded.StartFailure;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The proxies that are believed, as Quarkus understands them: it takes the last part of a bare IPv6 address for a port
 * and the rest for a name, which it would look up in the DNS for every single request.
 */
final class TrustedProxies {
    private TrustedProxies() {}

    /**
     * Addresses become networks of one.
     *
     * @param setting addresses and networks, separated by commas
     * @throws StartFailure naming the entry that is neither
     */
    static String asNetworks(String setting) {
        return Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::asNetwork)
                .collect(Collectors.joining(","));
    }

    private static String asNetwork(String entry) {
        if (Inet.parseCidrAddress(entry) != null) {
            return entry;
        }
        InetAddress address = Inet.parseInetAddress(entry);
        if (address == null) {
            throw new StartFailure("parley.http.trusted-proxies: \"" + entry
                    + "\" is neither an address, such as 10.0.0.7, nor a network, such as 10.0.0.0/8");
        }
        return entry + "/" + address.getAddress().length * Byte.SIZE;
    }
}
