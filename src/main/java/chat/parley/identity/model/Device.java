package chat.parley.identity.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody calls.
 *
 * @param userAgent what the program says of itself, cut to a sensible length
 * @param address the caller's IP address; behind a proxy the one that the proxy tells
 */
public record Device(@Nullable String userAgent, String address) {
    private static final int MAX_USER_AGENT = 255;
    private static final int IPV6_PREFIX_BYTES = 8;

    public Device {
        if (userAgent != null && userAgent.length() > MAX_USER_AGENT) {
            userAgent = userAgent.substring(0, MAX_USER_AGENT);
        }
    }

    /**
     * The part of the address that stands for one subscriber: all of IPv4, the first 64 bits of IPv6, because everybody
     * is given that many addresses to roam in.
     */
    public String network() {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
