package broken.injection.room.service;

import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Needs that no constructor shows, and a setting without a type. */
class HiddenNeeds {
    @Inject
    Clock clock;

    HiddenNeeds(@ConfigProperty(name = "parley.broken-fixture", defaultValue = "1") int setting) {}
}
