package chat.parley.shared.web;

import io.smallrye.config.ConfigMapping;

/** Where and how the server answers HTTP. */
@ConfigMapping(prefix = "parley.http")
public interface HttpConfig {
    String host();

    /** 0 takes any free one. */
    int port();

    /** Addresses or networks whose forwarding headers are believed, separated by commas. */
    String trustedProxies();

    /** Largest body of a request, in bytes. */
    long maxBodyBytes();

    /** Where health and metrics are answered. */
    String managementHost();

    /** 0 takes any free one. */
    int managementPort();

    /** Largest request that uploads a file, in bytes. */
    long maxUploadBytes();
}
