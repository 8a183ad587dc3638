package broken.time.room.service;

import java.time.Instant;

/** A service whose tests would have to wait. */
class ExpiryService {
    Instant expiry() {
        return Instant.now().plusSeconds(60);
    }
}
