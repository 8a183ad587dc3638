package chat.parley;

import chat.parley.embedded.StartFailure;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/**
 * Refuses numbers with which the server could not work, before it starts. (Bean Validation would do it too: it takes a
 * third of a second of each start to look at every setting that the framework has.)
 */
final class SettingLimits {
    private record Limit(String name, long least, long most) {}

    private static final List<Limit> LIMITS = List.of(
            atLeast("parley.identity.hashing.memory-kib", 8192),
            atLeast("parley.identity.hashing.iterations", 1),
            atLeast("parley.identity.hashing.parallelism", 1),
            atLeast("parley.identity.hashing.threads", 0),
            atLeast("parley.identity.hashing.queue", 1),
            between("parley.identity.throttle.account.attempts", 1, 1_000_000),
            between("parley.identity.throttle.address.attempts", 1, 1_000_000),
            between("parley.identity.throttle.registration.attempts", 1, 1_000_000),
            atLeast("parley.identity.throttle.max-keys", 1),
            atLeast("parley.media.max-file-bytes", 1),
            atLeast("parley.media.quota-bytes-per-user", 1),
            atLeast("parley.media.image.max-pixels", 1),
            atLeast("parley.media.image.thumbnail-size", 16),
            atLeast("parley.media.image.threads", 0),
            atLeast("parley.media.image.queue", 1));

    private static final List<String> NEVER_BLANK = List.of("parley.identity.issuer", "parley.redis.prefix");
    private static final String REDIS_URL = "parley.redis.url";

    private SettingLimits() {}

    private static Limit atLeast(String name, long least) {
        return new Limit(name, least, Long.MAX_VALUE);
    }

    private static Limit between(String name, long least, long most) {
        return new Limit(name, least, most);
    }

    /**
     * Names the first setting that is out of its limits.
     *
     * @throws StartFailure saying what the setting has to be
     */
    static void check(SmallRyeConfig config) {
        LIMITS.forEach(limit -> check(config, limit));
        NEVER_BLANK.forEach(name -> {
            if (text(config, name).isBlank()) {
                throw new StartFailure(name + " must not be empty");
            }
        });
        String redis = text(config, REDIS_URL);
        if (!redis.isEmpty() && !redis.matches("rediss?://.+")) {
            throw new StartFailure(REDIS_URL + " must be redis://... or rediss://..., and is neither");
        }
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

    private static String text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
