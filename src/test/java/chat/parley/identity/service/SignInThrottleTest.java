package chat.parley.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.IdentityError;
import chat.parley.identity.model.Device;
import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final Device HERE = new Device(null, "2001:db8::1");
    private static final Device SAME_HOUSE = new Device(null, "2001:db8::2");
    private static final Device ELSEWHERE = new Device(null, "192.0.2.1");

    private final Services services = new Services();

    @Test
    void oneNetworkCannotMakeAccountsInBulk() {
        services.throttle.admitRegistration(HERE);
        services.throttle.admitRegistration(SAME_HOUSE);
        var refusal = catchThrowableOfType(ParleyException.class, () -> services.throttle.admitRegistration(HERE));
        assertThat(refusal.code()).isEqualTo((ErrorCode) IdentityError.THROTTLED);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThatCode(() -> services.throttle.admitRegistration(ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void bothWaysToWriteANameAreOneAccount() {
        for (String name : new String[] {"Jos\u00e9", "jose\u0301", "JOS\u00c9"}) {
            services.throttle.admit(name);
        }
        var refusal = catchThrowableOfType(ParleyException.class, () -> services.throttle.admit("jos\u00e9"));
        assertThat(refusal.code()).isEqualTo((ErrorCode) IdentityError.THROTTLED);
    }
}
