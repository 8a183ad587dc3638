package chat.parley.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.shared.error.ErrorCode;
import chat.parley.shared.error.ParleyException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refused call says. */
public final class Refusals {
    private Refusals() {}

    /** The code of the error that the call must end with. */
    public static ErrorCode codeOf(ThrowingCallable call) {
        ParleyException refusal = catchThrowableOfType(ParleyException.class, call);
        if (refusal == null) {
            throw new AssertionError("was not refused");
        }
        return refusal.code();
    }
}
