package chat.parley.identity.port;

import chat.parley.identity.UserId;
import chat.parley.identity.model.SignedInDevice;
import java.time.Instant;
import java.util.List;

/** Reads where an account is signed in. */
public interface DeviceQueries {
    /** Sessions that are alive, the one used last first. */
    List<SignedInDevice> alive(UserId user, Instant now, int limit);
}
