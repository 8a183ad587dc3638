package chat.parley;

import chat.parley.embedded.StartFailure;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses numbers, times and addresses with which the server could not work, before it starts. (Bean Validation would do
 * it too: it takes a third of a second of each start to look at every setting that the framework has.)
 */
final class SettingLimits {
    private record Limit(String name, long least, long most) {}

    private record Time(String name, Duration least) {}

    private static final List<Limit> LIMITS = List.of(
            between("parley.http.port", 0, 65_535),
            between("parley.http.management-port", 0, 65_535),
            large("parley.http.max-body-bytes", 1),
            atLeast("parley.identity.hashing.memory-kib", 8192),
            atLeast("parley.identity.hashing.iterations", 1),
            atLeast("parley.identity.hashing.parallelism", 1),
            atLeast("parley.identity.hashing.threads", 0),
            atLeast("parley.identity.hashing.queue", 1),
            between("parley.identity.throttle.account.attempts", 1, 1_000_000),
            between("parley.identity.throttle.address.attempts", 1, 1_000_000),
            between("parley.identity.throttle.registration.attempts", 1, 1_000_000),
            atLeast("parley.identity.throttle.max-keys", 1),
            atLeast("parley.realtime.max-frame-bytes", 1024),
            atLeast("parley.realtime.max-requests-in-flight", 1),
            atLeast("parley.realtime.max-requests-waiting", 1),
            atLeast("parley.realtime.outbox-max-bytes", 1024),
            atLeast("parley.realtime.outbox-max-entries", 1),
            atLeast("parley.realtime.max-protocol-errors", 1),
            between("parley.realtime.max-frames-per-second", 1, 1_000_000),
            atLeast("parley.realtime.admission.max-connections", 1),
            atLeast("parley.realtime.admission.max-connections-per-address", 1),
            atLeast("parley.realtime.admission.max-unopened", 1),
            atLeast("parley.realtime.admission.max-unopened-per-address", 1),
            // A column of text holds 65,535 bytes, and a code point takes up to four.
            between("parley.message.max-text-code-points", 1, 16_383),
            between("parley.message.batch-max-entries", 1, 10_000),
            atLeast("parley.message.queue-max-entries", 1),
            between("parley.message.sync-max-entries", 1, 10_000),
            large("parley.message.recent-max-bytes", 0),
            atLeast("parley.search.max-concurrent", 1),
            between("parley.search.batch-max-entries", 1, 10_000),
            large("parley.media.max-file-bytes", 1),
            // After the one that it follows, so that what was set is named.
            large("parley.http.max-upload-bytes", 1),
            large("parley.media.quota-bytes-per-user", 1),
            large("parley.media.image.max-pixels", 1),
            atLeast("parley.media.image.thumbnail-size", 16),
            atLeast("parley.media.image.threads", 0),
            atLeast("parley.media.image.queue", 1));

    private static final List<Time> TIMES = List.of(
            aSecond("parley.identity.access-token-lifetime"),
            aSecond("parley.identity.refresh-token-lifetime"),
            nothing("parley.identity.refresh-token-grace"),
            nothing("parley.identity.session-check-interval"),
            aSecond("parley.identity.throttle.account.period"),
            aSecond("parley.identity.throttle.address.period"),
            aSecond("parley.identity.throttle.registration.period"),
            aSecond("parley.realtime.heartbeat-interval"),
            aSecond("parley.realtime.open-timeout"),
            nothing("parley.realtime.expiry-grace"),
            nothing("parley.realtime.flood-penalty"),
            nothing("parley.realtime.drain-spread"),
            aSecond("parley.presence.away-after"),
            nothing("parley.presence.grace"),
            aSecond("parley.presence.repeat"),
            aSecond("parley.presence.node-timeout"),
            aSecond("parley.redis.timeout"),
            aSecond("parley.search.timeout"),
            aSecond("parley.search.sweep-interval"),
            aSecond("parley.media.orphan-age"),
            aSecond("parley.media.link-lifetime"));

    private static final List<String> NEVER_BLANK = List.of("parley.identity.issuer", "parley.redis.prefix");

    /** Each begins with its scheme, or the same with TLS. */
    private static final Map<String, String> ADDRESSES =
            Map.of("parley.redis.url", "redis", "parley.media.s3.bucket-url", "http");

    private SettingLimits() {}

    private static Limit atLeast(String name, long least) {
        return new Limit(name, least, Integer.MAX_VALUE);
    }

    private static Limit large(String name, long least) {
        return new Limit(name, least, Long.MAX_VALUE);
    }

    private static Limit between(String name, long least, long most) {
        return new Limit(name, least, most);
    }

    private static Time aSecond(String name) {
        return new Time(name, Duration.ofSeconds(1));
    }

    private static Time nothing(String name) {
        return new Time(name, Duration.ZERO);
    }

    /** What is checked here. */
    static Set<String> names() {
        return Stream.concat(LIMITS.stream().map(Limit::name), TIMES.stream().map(Time::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Names the first setting that is out of its limits.
     *
     * @throws StartFailure saying what the setting has to be
     */
    static void check(SmallRyeConfig config) {
        LIMITS.forEach(limit -> check(config, limit));
        TIMES.forEach(time -> check(config, time));
        NEVER_BLANK.forEach(name -> {
            if (text(config, name).isBlank()) {
                throw new StartFailure(name + " must not be empty");
            }
        });
        ADDRESSES.forEach((name, scheme) -> {
            String address = text(config, name);
            if (!address.isEmpty() && !address.matches(scheme + "s?://.+")) {
                throw new StartFailure(
                        "%s must be %s://... or %ss://..., and is neither".formatted(name, scheme, scheme));
            }
        });
    }

    private static void check(SmallRyeConfig config, Limit limit) {
        String value = text(config, limit.name()).strip();
        try {
            long number = Long.parseLong(value);
            if (number >= limit.least() && number <= limit.most()) {
                return;
            }
        } catch (NumberFormatException e) {
            // Said below, as what is too small is.
        }
        String most = limit.most() == Long.MAX_VALUE ? "" : " and at most " + limit.most();
        throw new StartFailure(
                limit.name() + " must be a number, at least " + limit.least() + most + ", and is \"" + value + "\"");
    }

    private static void check(SmallRyeConfig config, Time time) {
        String value = text(config, time.name()).strip();
        try {
            if (!value.isEmpty() && DurationConverter.parseDuration(value).compareTo(time.least()) >= 0) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as what is too short is.
        }
        throw new StartFailure("%s must be a time such as 90s, 15m or 24h, at least %ds, and is \"%s\""
                .formatted(time.name(), time.least().toSeconds(), value));
    }

    private static String text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
